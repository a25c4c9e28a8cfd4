import { type KindOf, none } from "./kinds.ts";

/** What the namespaces of one row have. */
export interface Holding {
  readonly owner: string;
  readonly namespaces: number;
  readonly models: number;
  /** Downloads in 30 days; null where none is known. */
  readonly downloads_30d: number | null;
  /** Downloads of the most downloaded of its models, where the evidence says. */
  readonly heaviest_30d?: number | null;
}

/** What is counted: the noun of a share. */
export const measures = ["owners", "models", "downloads"] as const;

export type Measure = (typeof measures)[number];

const picks: Readonly<Record<Measure, (row: Holding) => number>> = {
  owners: ({ owner, namespaces }) => (owner === none ? 0 : namespaces),
  models: ({ models }) => models,
  downloads: ({ downloads_30d }) => downloads_30d ?? 0,
};

/** The sum of a measure over the rows that count; models without an owner have no namespace, unknown downloads count nothing. */
export function total(
  rows: readonly Holding[],
  measure: Measure,
  counts: (row: Holding) => boolean = () => true,
): number {
  return rows.reduce((sum, row) => sum + (counts(row) ? picks[measure](row) : 0), 0);
}

/** What of a whole is of some kinds, and what may be of any. */
export interface Parts {
  readonly part: number;
  readonly unknown: number;
  readonly whole: number;
}

/** The parts of a measure: what owners of the kinds have, and what owners have whose kind is not known. */
export function partsOf(rows: readonly Holding[], kindOf: KindOf, kinds: readonly string[], measure: Measure): Parts {
  const known = (row: Holding): string | null => kindOf(row.owner);
  return {
    part: total(rows, measure, (row) => kinds.includes(known(row) ?? "")),
    unknown: total(rows, measure, (row) => known(row) === null),
    whole: total(rows, measure),
  };
}

/** The row of the kinds with most of a measure; undefined where owners of these kinds have nothing. */
export function heaviest(
  rows: readonly Holding[],
  kindOf: KindOf,
  kinds: readonly string[],
  measure: Measure,
): Holding | undefined {
  const own = rows.filter(({ owner }) => kinds.includes(kindOf(owner) ?? ""));
  return own.reduce<Holding | undefined>(
    (most, row) => (most === undefined || picks[measure](row) > picks[measure](most) ? row : most),
    undefined,
  );
}

/** The rows without their most downloaded model; null where the evidence does not say which that is. */
export function withoutFirstModel(rows: readonly Holding[]): Holding[] | null {
  const most = Math.max(...rows.map(({ heaviest_30d: heaviest }) => heaviest ?? 0));
  const at = rows.findIndex(({ heaviest_30d: heaviest }) => heaviest === most);
  if (at < 0 || most === 0) return null;
  const less = (row: Holding): Holding => ({
    ...row,
    models: row.models - 1,
    downloads_30d: (row.downloads_30d ?? 0) - most,
  });
  return rows.map((row, i) => (i === at ? less(row) : row));
}

/** Rows added up by owner. */
export function byOwner(rows: readonly Holding[]): Holding[] {
  const sums = new Map<string, Holding>();
  for (const { owner, namespaces, models, downloads_30d } of rows) {
    const before = sums.get(owner) ?? { owner, namespaces: 0, models: 0, downloads_30d: null };
    sums.set(owner, {
      owner,
      namespaces: before.namespaces + namespaces,
      models: before.models + models,
      downloads_30d: downloads_30d === null ? before.downloads_30d : (before.downloads_30d ?? 0) + downloads_30d,
    });
  }
  return [...sums.values()];
}
