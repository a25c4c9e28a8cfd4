import type { Evidence } from "#kit/define.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { crawlLeading } from "./tables.ts";

export type Leader = Row<typeof crawlLeading>;

/** A leader whose downloads are counted. */
export type Counted = Leader & { readonly download_rank: number; readonly downloads_30d: number };

/** Named models of a part that stand first by likes or downloads, most liked first. */
export function leadersOf({ rows }: Evidence<typeof crawlLeading>, part: string): Counted[] {
  return rows
    .filter((row): row is Counted => row.part === part && row.download_rank !== null && row.downloads_30d !== null)
    .sort((a, b) => a.like_rank - b.like_rank);
}

/** The first of them by likes, or by downloads. */
export function firstBy(leaders: readonly Counted[], by: "like_rank" | "download_rank", k: number): Counted[] {
  return leaders.filter((row) => row[by] <= k).sort((a, b) => a[by] - b[by]);
}
