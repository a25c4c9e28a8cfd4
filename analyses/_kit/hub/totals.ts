import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { type HubStanding, repositories } from "./standing.ts";

/** Sizes of the population, and how much of it each column knows. */
export const hubTotals = (standing: HubStanding) =>
  defineEvidence({
    name: "hub-totals",
    doc: "All models, or all datasets, of one snapshot.",
    key: ["observed_on", "kind"],
    ...standing,
    columns: {
      observed_on: date("Day of the snapshot."),
      kind: text("model or dataset."),
      repositories: int("Repositories.", "repositories"),
      owners: int("Namespaces, without regard to case.", "namespaces"),
      downloaded: int("Repositories with a download in the window.", "repositories"),
      downloads_30d: nullable(int("Downloads in the 30 days before the snapshot.", "downloads")),
      downloads_all_time: nullable(
        int("Downloads since creation; null where the snapshot has no such counter.", "downloads"),
      ),
      likes: nullable(int("Likes.", "likes")),
      dated: int("Repositories whose day of creation is known.", "repositories"),
      floored: int("Repositories that are older than the Hub's dates.", "repositories"),
    },
    sql: `
      SELECT observed_on, kind,
        count(*) AS repositories,
        count(DISTINCT lower(owner)) AS owners,
        count(*) FILTER (downloads_30d > 0) AS downloaded,
        sum(downloads_30d) AS downloads_30d,
        sum(downloads_all_time) AS downloads_all_time,
        sum(likes) AS likes,
        count(created_on) AS dated,
        count(*) FILTER (at_floor) AS floored
      FROM (${repositories("observed_on", "owner", "downloads_30d", "downloads_all_time", "likes", "created_on", "at_floor")})
      GROUP BY observed_on, kind
    `,
  });
