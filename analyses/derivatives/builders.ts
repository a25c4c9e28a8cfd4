import type { Row } from "#loaders/schema/table.ts";
import type { Reach } from "./ends.ts";
import type { Publishers } from "./publishers.ts";
import type { builders } from "./tables.ts";

/** Namespaces that build on the same ones. */
export type BuilderRow = Row<typeof builders>;

/** How many namespaces build on any of these companies, of how many that build on anything. */
export function buildersOf(
  rows: readonly BuilderRow[],
  reach: Reach,
  companies: readonly string[],
  publishers: Publishers,
): { readonly part: number; readonly whole: number } {
  const at = rows.filter((row) => row.reach === reach);
  const on = at.filter(({ owners }) =>
    owners.split("+").some((owner) => companies.includes(publishers.company(owner) ?? "")),
  );
  const sum = (some: readonly BuilderRow[]): number => some.reduce((all, { namespaces }) => all + namespaces, 0);
  return { part: sum(on), whole: sum(at) };
}
