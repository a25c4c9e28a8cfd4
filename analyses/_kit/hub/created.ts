import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { type HubStanding, repositories } from "./standing.ts";

/** Repositories by the month of their creation; those that were deleted since are not among them. */
export const hubCreated = (standing: HubStanding) =>
  defineEvidence({
    name: "hub-created",
    doc: "Models, or datasets, of one snapshot that were created in one month.",
    key: ["observed_on", "kind", "month", "at_floor"],
    ...standing,
    columns: {
      observed_on: date("Day of the snapshot."),
      kind: text("model or dataset."),
      month: nullable(date("First day of the month of creation; null where it is not known.")),
      at_floor: nullable(bool("Whether the repositories are older than the Hub's dates.")),
      repositories: int("Repositories that are still there.", "repositories"),
      downloads_30d: nullable(int("Downloads in the 30 days before the snapshot.", "downloads")),
      likes: nullable(int("Likes.", "likes")),
    },
    sql: `
      SELECT observed_on, kind, date_trunc('month', created_on)::DATE AS month, at_floor,
        count(*) AS repositories, sum(downloads_30d) AS downloads_30d, sum(likes) AS likes
      FROM (${repositories("observed_on", "created_on", "at_floor", "downloads_30d", "likes")})
      GROUP BY ALL
    `,
  });
