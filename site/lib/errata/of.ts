import type { Report } from "../assemble.ts";
import type { Erratum } from "./types.ts";

/** Errata of some facts of a chapter, in the order of their days. */
export function errataOf({ errata }: Pick<Report, "errata">, analysis: string, facts: readonly string[]): Erratum[] {
  return errata.filter((one) => one.analysis === analysis && facts.includes(one.fact));
}
