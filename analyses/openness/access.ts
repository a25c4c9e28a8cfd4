import type { Row } from "#loaders/schema/table.ts";
import type { accessByKind, accessByYear } from "./tables.ts";

export type AccessRow = Row<typeof accessByYear>;
export type KindRow = Row<typeof accessByKind>;

type Accessed = Pick<AccessRow, "access" | "models">;

/** How a model may be had: weights under any terms, weights with limits of use, no weights, or not stated. */
export type Access = "open" | "limited" | "closed" | "unknown";

/** First year that is told: before, the list has few models of a year. */
export const firstYear = 2016;

/** The kind of access of a row. */
export function accessOf({ access }: Pick<Accessed, "access">): Access {
  if (access === null) return "unknown";
  if (access === "open") return "open";
  return access.startsWith("open-") ? "limited" : "closed";
}

/** Models of some rows by access. */
export function byAccess(rows: readonly Accessed[]): Readonly<Record<Access | "all", number>> {
  const found = { open: 0, limited: 0, closed: 0, unknown: 0, all: 0 };
  for (const row of rows) {
    found[accessOf(row)] += row.models;
    found.all += row.models;
  }
  return found;
}

/** Years from the first that is told, with their rows. */
export function accessYears(rows: readonly AccessRow[]): (readonly [number, readonly AccessRow[]])[] {
  const years = Map.groupBy(rows, ({ year }) => year ?? 0);
  return [...years].filter(([year]) => year >= firstYear).sort(([a], [b]) => a - b);
}

/** Fewest models of a kind of publisher that is told. */
const fewest = 50;

/** Kinds of publisher with many models, the one with most first, with their rows. */
export function kindsOf(rows: readonly KindRow[]): (readonly [string, readonly KindRow[]])[] {
  const kinds = Map.groupBy(rows, ({ kind }) => kind ?? "");
  const told = [...kinds].filter(([kind, own]) => kind !== "" && byAccess(own).all >= fewest);
  return told.sort(([, a], [, b]) => byAccess(b).all - byAccess(a).all);
}
