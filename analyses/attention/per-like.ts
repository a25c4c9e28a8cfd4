import type { Evidence } from "#kit/define.ts";
import { weightedQuantile } from "#kit/stats/quantile.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { crawlPerLike } from "./tables.ts";

export type RatioRow = Row<typeof crawlPerLike>;

/** Downloads for each like in one group of a part. */
export interface Group {
  readonly part: string;
  readonly day: string;
  /** all, age, size, likes or kind. */
  readonly by: string;
  readonly group: string;
  /** Models with a like. */
  readonly liked: number;
  readonly unliked: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** Fewest models with a like that a group needs to be told. */
const fewest = 20;

/** Owners without a row in the registry, pooled. */
const unregistered = "(unregistered)";

/** Median and quartiles of every group that has enough models with a like, owners by their kind. */
export function groupsOf({ rows }: Evidence<typeof crawlPerLike>, reference: Reference): Group[] {
  const placed = rows.map((row) =>
    row.by === "owner" ? { ...row, by: "kind", group: kindOf(row.group, reference) } : row,
  );
  const keys = [...new Set(placed.map(({ part, by, group }) => `${part}\n${by}\n${group}`))].sort();
  return keys
    .map((key) => groupOf(placed.filter(({ part, by, group }) => `${part}\n${by}\n${group}` === key)))
    .filter((group): group is Group => group !== null && group.liked >= fewest);
}

function kindOf(owner: string, { owners }: Reference): string {
  if (owner === unregistered) return "not in the registry";
  return owners.find((one) => one.owner.toLowerCase() === owner.toLowerCase())?.kind ?? "kind unknown";
}

/** One group from its rows. */
export function groupOf(rows: readonly RatioRow[]): Group | null {
  const [row] = rows;
  if (row === undefined) return null;
  const liked = rows.flatMap(({ per_like, models }) => (per_like === null ? [] : [[per_like, models] as const]));
  const [values, weights] = [liked.map(([value]) => value), liked.map(([, models]) => models)];
  const at = (p: number): number => weightedQuantile(values, weights, p);
  const all = rows.reduce((sum, { models }) => sum + models, 0);
  const counted = weights.reduce((sum, models) => sum + models, 0);
  const { part, by, observed_on: day } = row;
  const quartiles = { lower: at(0.25), median: at(0.5), upper: at(0.75) };
  return { part, day, by, group: row.group.replace(/^\d /, ""), liked: counted, unliked: all - counted, ...quartiles };
}
