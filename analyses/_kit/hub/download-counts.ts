import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { type HubStanding, repositories } from "./standing.ts";

/** How many repositories have each number of downloads: concentration follows from it exactly, without names. */
export const hubDownloadCounts = (standing: HubStanding) =>
  defineEvidence({
    name: "hub-download-counts",
    doc: "Models, or datasets, of one snapshot with one number of downloads.",
    key: ["observed_on", "kind", "downloads_30d"],
    ...standing,
    columns: {
      observed_on: date("Day of the snapshot."),
      kind: text("model or dataset."),
      downloads_30d: nullable(int("Downloads in the 30 days before the snapshot.", "downloads")),
      repositories: int("Repositories with as many.", "repositories"),
    },
    sql: `
      SELECT observed_on, kind, downloads_30d, count(*) AS repositories
      FROM (${repositories("observed_on", "downloads_30d")})
      GROUP BY ALL
    `,
  });
