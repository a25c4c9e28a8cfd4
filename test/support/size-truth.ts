import type { Pair } from "#test/oracles/size.ts";
import type { Row } from "./truth-rows.ts";

/** What an average counts. */
export const weights = {
  models: (row: Row) => (row.downloaded === true ? Number(row.models) : 0),
  downloads: (row: Row) => Number(row.downloads_30d),
  lifetime: (row: Row) => Number(row.downloads_all_time ?? 0),
} as const;

/** Weight of rows together. */
export const total = (rows: readonly Row[], weight: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + weight(row), 0);
/** Models of rows together. */
export const models = (rows: readonly Row[]): number => total(rows, (row) => Number(row.models));
/** Rows whose size is known. */
export const sized = (rows: readonly Row[]): Row[] => rows.filter((row) => row.parameters !== null);
/** Their sizes, or another number of each, with what they weigh. */
export const pairs = (rows: readonly Row[], weight: (row: Row) => number, of = (row: Row) => row.parameters): Pair[] =>
  sized(rows).map((row) => [Number(of(row)), weight(row)]);

/** Models of the truth, those on the curated list with the active parameters that it states. */
export function withStated(rows: readonly Row[], active: number): Row[] {
  return rows.map((row) => {
    if (row.curated !== true) return row;
    const fewer = row.parameters !== null && Number(row.parameters) > active;
    return { ...row, active: fewer ? active : null, mixture: row.mixture === true || fewer };
  });
}

/** Facts by every weight, whose name takes the place of the star in their ids. */
export function byWeight(values: (weight: (row: Row) => number, name: string) => Readonly<Record<string, number>>) {
  const named = Object.entries(weights).flatMap(([name, weight]) =>
    Object.entries(values(weight, name)).map(([id, value]) => [id.replace("*", name), value] as const),
  );
  return Object.fromEntries(named);
}
