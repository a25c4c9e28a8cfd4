import type { HubStanding } from "#kit/hub/standing.ts";
import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, type EvidenceSchema, optional } from "#loaders/schema/evidence.ts";
import { crawled, onHub, onLists } from "./listed.ts";
import { crawls, hub, lists } from "./standings.ts";

/** Ranks to which the tables reach; the deepest list that a chapter compares is a little shorter. */
const depth = 110;

const measures = {
  like: "likes",
  download: "downloads_30d",
  lifetime: "downloads_all_time",
  discussion: "discussions",
} as const;

/** SQL for the place of each model by each measure, equal ones in the order of their names; null where it is unknown. */
export function placed(listed: string): string {
  const over = (column: string): string => `PARTITION BY part, observed_on ORDER BY ${column} DESC NULLS LAST`;
  const ranks = Object.entries(measures).flatMap(([name, column]) => [
    `CASE WHEN ${column} IS NOT NULL THEN row_number() OVER (${over(column)}, repo) END AS ${name}_rank`,
    `CASE WHEN ${column} IS NOT NULL THEN rank() OVER (${over(column)}) END AS ${name}_border`,
  ]);
  return `SELECT *, ${ranks.join(", ")} FROM (${listed})`;
}

/** SQL for those within a place by any of the measures, with all that tie there. */
export function within(place: number): string {
  const near = Object.keys(measures).map((name) => `coalesce(${name}_border <= ${place}, false)`);
  return near.join(" OR ");
}

const sql = (listed: string): string => `
  SELECT part, observed_on, like_rank, download_rank, lifetime_rank, discussion_rank,
    likes, downloads_30d, downloads_all_time, discussions,
    CASE WHEN at_floor THEN 2022 ELSE year(created_on) END AS year
  FROM (${placed(listed)})
  WHERE like_rank IS NOT NULL AND (${within(depth)})
`;

const ranks = (name: string, standing: HubStanding, listed: string) =>
  defineEvidence({
    name,
    doc: `One of the ${depth} models with most likes, downloads or discussions of a part on one day, or as many as tie there; without its name.`,
    key: ["part", "observed_on", "like_rank"],
    ...standing,
    columns: {
      part: text("Id of the source; osir-lmts-panel is its namespaces that every crawl from 2025-01 on lists."),
      observed_on: date("Day of the listing."),
      like_rank: int("Place by likes, equal ones in the order of their names.", "rank"),
      download_rank: nullable(int("Place by downloads in the 30 days before the day, as the place by likes.", "rank")),
      lifetime_rank: nullable(int("Place by downloads since creation; null where there is no such counter.", "rank")),
      discussion_rank: nullable(int("Place by discussions; null where they are not counted.", "rank")),
      likes: int("Likes.", "likes"),
      downloads_30d: nullable(int("Downloads in the 30 days before the day.", "downloads")),
      downloads_all_time: nullable(int("Downloads since creation.", "downloads")),
      discussions: nullable(int("Discussions and pull requests.", "discussions")),
      year: nullable(int("Year of creation; 2022 for all that are older than the Hub's dates.", "year")),
    },
    sql: sql(listed),
  });

/** The first ranks of every crawl, or of every snapshot of the complete Hub. */
export const crawlRanks: EvidenceSchema<ReturnType<typeof ranks>["columns"]> = {
  ...ranks("crawl-ranks", crawls, crawled),
  wider: [{ ...hub, sql: sql(onHub) }],
};

/** The first ranks of the two lists. */
export const listRanks = optional(ranks("list-ranks", lists, onLists));
