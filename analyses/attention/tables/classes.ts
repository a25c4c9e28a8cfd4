import type { HubStanding } from "#kit/hub/standing.ts";
import { date, int, text } from "#loaders/schema/column.ts";
import { defineEvidence, type EvidenceSchema, optional } from "#loaders/schema/evidence.ts";
import { crawled, newest, onHub, onLists } from "./listed.ts";
import { crawls, hub, lists } from "./standings.ts";

/** SQL for a count rounded down to its first digit: 0 to 9, then 10, 20, …, 90, 100, 200. */
export const firstDigit = (column: string): string => {
  const power = `(10 ** (length(${column}::VARCHAR) - 1))::BIGINT`;
  return `(${column} // ${power}) * ${power}`;
};

const pair = (x: string, y: string, id: string): string => `
  SELECT part, observed_on, '${id}' AS pair, ${firstDigit(x)} AS x, ${firstDigit(y)} AS y,
    count(*) AS models, coalesce(sum(downloads_30d), 0) AS downloads_30d
  FROM listed WHERE ${x} IS NOT NULL AND ${y} IS NOT NULL GROUP BY ALL`;

const sql = (listed: string): string => `
  WITH listed AS (SELECT * FROM (${newest(listed, 2)}) WHERE part <> 'osir-lmts-panel')
  ${pair("likes", "downloads_30d", "likes-downloads")}
  UNION ALL ${pair("likes", "discussions", "likes-discussions")}
  UNION ALL ${pair("downloads_30d", "discussions", "downloads-discussions")}
`;

const classes = (name: string, standing: HubStanding, listed: string) =>
  defineEvidence({
    name,
    doc: "Models of a part on one of its last two days that are alike in two measures, each rounded down to its first digit.",
    key: ["part", "observed_on", "pair", "x", "y"],
    ...standing,
    columns: {
      part: text("Id of the source."),
      observed_on: date("Day of the listing."),
      pair: text("likes-downloads, likes-discussions or downloads-discussions: the first measure is x, the second y."),
      x: int("First measure, rounded down to its first digit."),
      y: int("Second measure, rounded down to its first digit."),
      models: int("Models that are so.", "models"),
      downloads_30d: int("Their downloads in the 30 days before the day.", "downloads"),
    },
    sql: sql(listed),
  });

/** Measures of all models of the last two crawls, or snapshots of the complete Hub. */
export const crawlClasses: EvidenceSchema<ReturnType<typeof classes>["columns"]> = {
  ...classes("crawl-classes", crawls, crawled),
  wider: [{ ...hub, sql: sql(onHub) }],
};

/** Measures of all models of the two lists. */
export const listClasses = optional(classes("list-classes", lists, onLists));
