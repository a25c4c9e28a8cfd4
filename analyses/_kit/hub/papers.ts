import { date, int, nullable } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import type { HubStanding } from "./standing.ts";

/** Papers of the daily list by month. */
export const hubPapers = (standing: HubStanding) =>
  defineEvidence({
    name: "hub-papers",
    doc: "Papers of one snapshot that the Hub listed in one month.",
    key: ["observed_on", "month"],
    ...standing,
    columns: {
      observed_on: date("Day of the snapshot."),
      month: nullable(date("First day of the month of listing.")),
      papers: int("Papers.", "papers"),
      upvotes: nullable(int("Upvotes.", "upvotes")),
      with_code: nullable(int("Papers that name a code repository; null where the snapshot does not say.", "papers")),
      organisations: int("Organisations that papers are listed under.", "organisations"),
    },
    sql: `
      SELECT observed_on, date_trunc('month', published_on)::DATE AS month,
        count(*) AS papers,
        sum(upvotes) AS upvotes,
        CASE WHEN count(has_code) > 0 THEN count(*) FILTER (has_code) END AS with_code,
        count(DISTINCT lower(organisation)) AS organisations
      FROM papers GROUP BY ALL
    `,
  });
