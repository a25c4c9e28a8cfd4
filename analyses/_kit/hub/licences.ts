import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { type HubStanding, repositories } from "./standing.ts";

/** Stated licences, and where they are stated. */
export const hubLicences = (standing: HubStanding) =>
  defineEvidence({
    name: "hub-licences",
    doc: "Models, or datasets, of one snapshot that state one licence in one place.",
    key: ["observed_on", "kind", "licence", "licence_from"],
    ...standing,
    columns: {
      observed_on: date("Day of the snapshot."),
      kind: text("model or dataset."),
      licence: nullable(text("Identifier of the licence, several joined by +; null where none is stated.")),
      licence_from: nullable(text("tag or card.")),
      repositories: int("Repositories.", "repositories"),
      downloads_30d: nullable(int("Downloads in the 30 days before the snapshot.", "downloads")),
    },
    sql: `
      SELECT observed_on, kind, licence, licence_from, count(*) AS repositories, sum(downloads_30d) AS downloads_30d
      FROM (${repositories("observed_on", "licence", "licence_from", "downloads_30d")})
      GROUP BY ALL
    `,
  });
