import { registered, withOwner } from "#kit/hub/standing.ts";
import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, optional } from "#loaders/schema/evidence.ts";
import { followed, lineage } from "./standings.ts";

const columns = {
  observed_on: date("Day of the list."),
  relation: nullable(text("finetune, adapter, quantized or merge; null where it is not said.")),
  owner: text("Namespace of the derived models, or (unregistered) for those without a row in the registry."),
  own: bool("Whether every base that they name is their owner's own."),
  models: int("Derived models, each once however many bases it names.", "models"),
  downloads_30d: nullable(int("Their downloads in the 30 days before that day.", "downloads")),
};

const sql = `
  WITH newest AS (SELECT * FROM bases QUALIFY observed_on = max(observed_on) OVER ()),
  derived AS (
    SELECT observed_on, relation, repo_key, min(owner) AS owner, bool_and(same_owner) AS own,
      max(downloads_30d) AS downloads_30d
    FROM newest GROUP BY observed_on, relation, repo_key
  )
  SELECT r.observed_on, r.relation, ${registered} AS owner, r.own,
    count(*) AS models, sum(r.downloads_30d) AS downloads_30d
  FROM derived r ${withOwner()}
  GROUP BY ALL`;

const doc = "Models of one registered owner that stand in one relation to the models they name as base.";
const key = ["relation", "owner", "own"] as const;

/** Who adapts and redistributes, among recent models of a list; on the complete Hub where a snapshot is at hand. */
export const derivedOwners = optional(
  defineEvidence({
    name: "derived-owners",
    doc,
    key,
    ...followed,
    columns,
    sql,
    wider: [{ sources: ["hub"], population: "public models on the Hub that name a base", complete: true, sql }],
  }),
);

/** Who adapts and redistributes, among text-generation models of the middle of 2025. */
export const lineageOwners = optional(defineEvidence({ name: "lineage-owners", doc, key, ...lineage, columns, sql }));
