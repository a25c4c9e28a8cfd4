import { registered, withOwner } from "#kit/hub/standing.ts";
import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { hubModels, lists, newest, robotics } from "./standings.ts";

const sql = `
  WITH held AS (
    SELECT source, observed_on, min(owner) AS owner, count(*) AS held, sum(downloads_30d) AS downloads_30d
    FROM models WHERE pipeline_tag = '${robotics}' AND ${newest("models")}
    GROUP BY source, observed_on, lower(owner)
  )
  SELECT r.source, r.observed_on, ${registered} AS owner, r.held, count(*) AS namespaces, sum(r.downloads_30d) AS downloads_30d
  FROM held r ${withOwner()}
  GROUP BY ALL
`;

/** How many models for robotics a namespace has: registered owners by name, all others as a frequency. */
export const roboticsNamespaces = defineEvidence({
  name: "robotics-namespaces",
  doc: "Namespaces of one list, or of the newest snapshot, that have one number of models for robotics.",
  key: ["source", "owner", "held"],
  ...lists,
  columns: {
    source: text("Id of the list, or hub."),
    observed_on: date("Day of the list, or of the newest snapshot."),
    owner: text("Namespace, or (unregistered) for those without a row in the registry of owners."),
    held: int("Models of each of these namespaces that name robotics as their task.", "models"),
    namespaces: int("Namespaces, without regard to case.", "namespaces"),
    downloads_30d: nullable(int("Downloads of these models in the 30 days before the day.", "downloads")),
  },
  sql,
  wider: [{ ...hubModels, sql }],
});
