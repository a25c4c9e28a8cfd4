import type { Evidence } from "#kit/define.ts";
import { overlapBounds, topOverlap } from "#kit/stats/overlap.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { Shared } from "./overlap.ts";
import type { gainRanks } from "./tables.ts";

export type GainRow = Row<typeof gainRanks>;

/** Two neighbouring listings, and the first by what was gained between them. */
export interface Step {
  readonly before: string;
  readonly day: string;
  /** Models that both listings have. */
  readonly models: number;
  readonly matched: readonly GainRow[];
  /** The same with models that the later listing has for the first time: these gain all that they have. */
  readonly all: readonly GainRow[];
}

/** Every pair of neighbouring listings, oldest first. */
export function stepsOf({ rows }: Evidence<typeof gainRanks>): Step[] {
  const days = [...new Set(rows.map(({ observed_on }) => observed_on))].sort();
  return days.flatMap((day) => {
    const own = rows.filter(({ observed_on }) => observed_on === day);
    const [matched, all] = [own.filter((row) => row.matched), own.filter((row) => !row.matched)];
    const [row] = matched;
    return row === undefined ? [] : [{ before: row.day_before, day, models: row.models, matched, all }];
  });
}

/** What the use of a window is measured by. */
export type Use = "download" | "gain";

/** Models among the first k by likes gained and among the first k by use; null where there are fewer. */
export function sharedGains(rows: readonly GainRow[], use: Use, k: number): Shared | null {
  const known = rows.filter(({ likes_gained, downloads_30d }) => likes_gained !== null && downloads_30d !== null);
  if (known.length < k) return null;
  const value = use === "download" ? "downloads_30d" : "downloads_gained";
  const { shared } = topOverlap(
    known.map((row) => -row.like_rank),
    known.map((row) => -row[`${use}_rank`]),
    k,
  );
  const bounds = overlapBounds(
    known.map((row) => row.likes_gained ?? 0),
    known.map((row) => row[value] ?? 0),
    k,
  );
  return { shared: Math.round(shared), ...bounds };
}
