import type { Classing, Stated } from "./families.ts";
import type { ModelRow } from "./populations.ts";

/** What a share counts. */
export type Weight = "models" | "downloads";

/** How much a row weighs; an unknown counter weighs nothing. */
export function weigh(row: Pick<ModelRow, "models" | "downloads_30d">, weight: Weight): number {
  return weight === "models" ? row.models : (row.downloads_30d ?? 0);
}

/** Weight of all rows together. */
export function totalOf(rows: readonly Pick<ModelRow, "models" | "downloads_30d">[], weight: Weight): number {
  return rows.reduce((sum, row) => sum + weigh(row, weight), 0);
}

/** A part of the rows by weight, and what could belong to it. */
export interface Part {
  readonly part: number;
  readonly whole: number;
  /** Weight of licences that are other or unclear. */
  readonly unclear: number;
}

/** Weight of the rows of a family; unclear licences could be of any family, but a declared one is never none. */
export function familyPart(rows: readonly ModelRow[], classing: Classing, family: Stated, weight: Weight): Part {
  let [part, whole, unclear] = [0, 0, 0];
  for (const row of rows) {
    const [found, size] = [classing(row), weigh(row, weight)];
    whole += size;
    if (found === family) part += size;
    else if (found === "other" && family !== "none") unclear += size;
  }
  return { part, whole, unclear };
}
