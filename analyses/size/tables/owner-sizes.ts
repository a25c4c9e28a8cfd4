import { registered, withOwner } from "#kit/hub/standing.ts";
import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, type Standing } from "#loaders/schema/evidence.ts";
import { band, evaluated, followed, hub } from "./standings.ts";

const columns = {
  observed_on: date("Day of the snapshot."),
  owner: text("Namespace, or (unregistered) for those without a row in the registry of owners."),
  size: text("under 1B, 1B to 10B, 10B to 70B, above 70B (billions of parameters), or unknown."),
  models: int("Models.", "models"),
  downloads_30d: nullable(int("Downloads in the 30 days before the snapshot.", "downloads")),
};

const counted = (from: string): string => `
  SELECT r.observed_on, ${registered} AS owner, ${band} AS size, count(*) AS models, sum(r.downloads_30d) AS downloads_30d
  FROM (${from}) r ${withOwner()} GROUP BY ALL`;

const onHubFiles = counted("SELECT * FROM sizes WHERE observed_on = (SELECT max(observed_on) FROM sizes)");

const table = (name: string, standing: Omit<Standing, "sql">, sql: string, wider: readonly Standing[] = []) =>
  defineEvidence({
    name,
    doc: "Models of one owner in one class of sizes.",
    key: ["owner", "size"],
    ...standing,
    columns,
    sql,
    wider,
  });

/** Classes of sizes by owner, of models that public evaluations name, or of the complete Hub. */
export const ownerSizes = table("owner-sizes", evaluated, onHubFiles, [{ ...hub, sql: onHubFiles }]);

/** The same of recent models. */
export const recentOwnerSizes = table(
  "recent-owner-sizes",
  followed,
  counted("SELECT * FROM models WHERE source = 'radar'"),
);
