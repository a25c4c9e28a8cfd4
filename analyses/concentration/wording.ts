import type { Basis } from "#kit/coverage.ts";
import { longMonth } from "#kit/format.ts";

/** The listing that a sentence is about: "the Hub of October 2022". */
export function hubOf({ asOf }: Pick<Basis, "asOf">): string {
  return `the Hub of ${longMonth(asOf)}`;
}
