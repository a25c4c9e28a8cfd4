import type { HubStanding } from "#kit/hub/standing.ts";
import { date, float, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, type EvidenceSchema, optional } from "#loaders/schema/evidence.ts";
import { crawled, newest, onHub, onLists } from "./listed.ts";
import { crawls, hub, lists } from "./standings.ts";

const days = "date_diff('day', created_on, observed_on)";

const age = `CASE
  WHEN created_on IS NULL THEN CASE WHEN at_floor AND observed_on >= DATE '2024-03-02' THEN '4 two years or older' END
  WHEN ${days} < 30 THEN '0 under 30 days' WHEN ${days} < 90 THEN '1 30 to 89 days'
  WHEN ${days} < 365 THEN '2 90 days to a year' WHEN ${days} < 730 THEN '3 one to two years'
  ELSE '4 two years or older' END`;

const size = `CASE WHEN parameters < 1e9 THEN '0 under 1B' WHEN parameters < 1e10 THEN '1 1B to 10B'
  WHEN parameters < 1e11 THEN '2 10B to 100B' WHEN parameters < 1e13 THEN '3 100B and up' END`;

const liked = `CASE WHEN likes < 10 THEN '0 1 to 9 likes' WHEN likes < 100 THEN '1 10 to 99 likes'
  WHEN likes < 1000 THEN '2 100 to 999 likes' ELSE '3 1,000 likes and up' END`;

const power = "floor(log10(downloads_30d / likes))::INTEGER - 1";
const [tens, parts] = [`10::HUGEINT ** greatest(${power}, 0)`, `10::HUGEINT ** greatest(-(${power}), 0)`].map(
  (number) => `(${number})::HUGEINT`,
);

/** SQL for downloads for each like to two digits, halves up, worked out in whole numbers: a quotient such as 1.15 is none in binary. */
const exactly = `CASE WHEN downloads_30d = 0 THEN 0 ELSE
  ((2 * downloads_30d * ${parts} + likes * ${tens}) // (2 * likes * ${tens}) * ${tens})::DOUBLE / ${parts} END`;

const sql = (listed: string, ratio = "downloads_30d::DOUBLE / likes"): string => {
  const by = (id: string, value: string): string =>
    `SELECT part, observed_on, '${id}' AS "by", ${value} AS "group", ratio FROM listed WHERE ${value} IS NOT NULL`;
  return `
  WITH listed AS (
    SELECT l.*, coalesce(o.owner, '(unregistered)') AS namespace,
      CASE WHEN likes > 0 THEN ${ratio} END AS ratio
    FROM (${newest(listed)}) l LEFT JOIN owners o ON lower(o.owner) = lower(l.owner)
    WHERE part <> 'osir-lmts-panel' AND likes IS NOT NULL AND downloads_30d IS NOT NULL
  ),
  grouped AS (
    ${by("all", "'all'")} UNION ALL ${by("age", age)} UNION ALL ${by("size", size)}
    UNION ALL ${by("likes", `CASE WHEN likes > 0 THEN ${liked} END`)} UNION ALL ${by("owner", "namespace")}
  ),
  scaled AS (SELECT *, CASE WHEN ratio > 0 THEN 10.0 ** (floor(log10(ratio)) - 1) END AS step FROM grouped)
  SELECT part, observed_on, "by", "group",
    CASE WHEN ratio = 0 THEN 0 ELSE round(round(ratio / step) * step, 9) END AS per_like, count(*) AS models
  FROM scaled GROUP BY ALL
`;
};

const perLike = (name: string, standing: HubStanding, listed: string) =>
  defineEvidence({
    name,
    doc: "Models of one group of a part on its last day that have one number of downloads for each of their likes.",
    key: ["part", "observed_on", "by", "group", "per_like"],
    ...standing,
    columns: {
      part: text("Id of the source."),
      observed_on: date("Day of the listing."),
      by: text("all, age, size, likes or owner: what the groups are."),
      group: text("The group, its place before its name; for owner a namespace of the registry, or (unregistered)."),
      per_like: nullable(
        float("Downloads in the 30 days before the day for each like, to two digits; null without likes.", "downloads"),
      ),
      models: int("Models with as many.", "models"),
    },
    sql: sql(listed),
  });

/** Downloads for each like on the last crawl, or in the newest snapshot of the complete Hub. */
export const crawlPerLike: EvidenceSchema<ReturnType<typeof perLike>["columns"]> = {
  ...perLike("crawl-per-like", crawls, crawled),
  wider: [{ ...hub, sql: sql(onHub, exactly) }],
};

/** Downloads for each like on the two lists. */
export const listPerLike = optional(perLike("list-per-like", lists, onLists));
