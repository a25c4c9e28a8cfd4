import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { type HubStanding, registered, withOwner } from "./standing.ts";

/** Models built on models of each registered owner, one step away. */
export const hubDerivatives = (standing: HubStanding) =>
  defineEvidence({
    name: "hub-derivatives",
    doc: "Models of one snapshot that stand in one relation to a model of one registered owner.",
    key: ["observed_on", "base_owner", "relation", "same_owner"],
    ...standing,
    columns: {
      observed_on: date("Day of the snapshot."),
      base_owner: text("Namespace of the base, or (unregistered)."),
      relation: nullable(text("finetune, adapter, quantized or merge.")),
      same_owner: bool("Whether they are the base's owner's own."),
      models: int("Models, each once however many bases of the owner it names.", "models"),
      downloads_30d: nullable(int("Their downloads in the 30 days before the snapshot.", "downloads")),
    },
    sql: `
      WITH pairs AS (
        SELECT DISTINCT r.observed_on, ${registered} AS base_owner, r.relation, r.same_owner, r.repo_key, r.downloads_30d
        FROM bases r
        ${withOwner("r.base_owner")}
      )
      SELECT observed_on, base_owner, relation, same_owner, count(*) AS models, sum(downloads_30d) AS downloads_30d
      FROM pairs GROUP BY ALL
    `,
  });
