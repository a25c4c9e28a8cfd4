import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { type HubStanding, registered, repositories, withOwner } from "./standing.ts";

/** What each registered owner has, the rest pooled. */
export const hubOwners = (standing: HubStanding) =>
  defineEvidence({
    name: "hub-owners",
    doc: "Models, or datasets, of one registered owner in one snapshot.",
    key: ["observed_on", "kind", "owner"],
    ...standing,
    columns: {
      observed_on: date("Day of the snapshot."),
      kind: text("model or dataset."),
      owner: text("Namespace, or (unregistered) for those without a row in the registry of owners."),
      owners: int("Namespaces behind the row.", "namespaces"),
      repositories: int("Repositories.", "repositories"),
      downloads_30d: nullable(int("Downloads in the 30 days before the snapshot.", "downloads")),
      downloads_all_time: nullable(int("Downloads since creation.", "downloads")),
      likes: nullable(int("Likes.", "likes")),
    },
    sql: `
      SELECT r.observed_on, r.kind, ${registered} AS owner,
        count(DISTINCT lower(r.owner)) AS owners,
        count(*) AS repositories,
        sum(r.downloads_30d) AS downloads_30d,
        sum(r.downloads_all_time) AS downloads_all_time,
        sum(r.likes) AS likes
      FROM (${repositories("observed_on", "owner", "downloads_30d", "downloads_all_time", "likes")}) r
      ${withOwner()}
      GROUP BY r.observed_on, r.kind, ${registered}
    `,
  });
