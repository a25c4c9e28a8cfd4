import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { type HubStanding, repositories } from "./standing.ts";

/** Repositories that must be asked for. */
export const hubGating = (standing: HubStanding) =>
  defineEvidence({
    name: "hub-gating",
    doc: "Models, or datasets, of one snapshot with one kind of gate.",
    key: ["observed_on", "kind", "gated"],
    ...standing,
    columns: {
      observed_on: date("Day of the snapshot."),
      kind: text("model or dataset."),
      gated: nullable(text("none, auto or manual; null where the snapshot does not say.")),
      repositories: int("Repositories.", "repositories"),
      downloads_30d: nullable(int("Downloads in the 30 days before the snapshot.", "downloads")),
    },
    sql: `
      SELECT observed_on, kind, gated, count(*) AS repositories, sum(downloads_30d) AS downloads_30d
      FROM (${repositories("observed_on", "gated", "downloads_30d")})
      GROUP BY ALL
    `,
  });
