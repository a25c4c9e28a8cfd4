import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { label } from "#loaders/schema/labels.ts";
import { hubModels, lists, newest, robotics } from "./standings.ts";

const sql = `
  SELECT source, observed_on, ${label("library")} AS library, count(*) AS models, sum(downloads_30d) AS downloads_30d
  FROM models WHERE pipeline_tag = '${robotics}' AND ${newest("models")}
  GROUP BY ALL
`;

/** Libraries of models that name robotics as their task. */
export const roboticsLibraries = defineEvidence({
  name: "robotics-libraries",
  doc: "Models of one list, or of the newest snapshot, that name robotics as their task and one library.",
  key: ["source", "library"],
  ...lists,
  columns: {
    source: text("Id of the list, or hub."),
    observed_on: date("Day of the list, or of the newest snapshot."),
    library: nullable(text("Library that loads them; null where none is named.")),
    models: int("Models.", "models"),
    downloads_30d: nullable(int("Their downloads in the 30 days before the day.", "downloads")),
  },
  sql,
  wider: [{ ...hubModels, sql }],
});
