import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { label } from "#loaders/schema/labels.ts";
import { hubModels, lerobot, lists, newest, robotics } from "./standings.ts";

const names = "starts_with(tag, 'dataset:')";
const own = `${names} AND contains(tag, '/') AND lower(split_part(substr(tag, 9), '/', 1)) = lower(owner)`;

const sql = `
  WITH marked AS (
    SELECT source, repo_key, bool_or(tag = '${robotics}') AS tagged, bool_or(${names}) AS names_dataset, bool_or(${own}) AS names_own
    FROM tags WHERE kind = 'model' AND (tag = '${robotics}' OR ${names}) AND ${newest("tags")}
    GROUP BY ALL
  )
  SELECT m.source, m.observed_on, ${label("m.pipeline_tag")} AS task,
    coalesce(k.tagged, false) AS tagged,
    coalesce(m.library = '${lerobot}', false) AS lerobot,
    coalesce(date_trunc('month', m.created_on) = date_trunc('month', m.observed_on), false) AS newest_month,
    coalesce(m.removed, false) AS removed,
    count(*) AS models,
    sum(m.downloads_30d) AS downloads_30d,
    max(m.downloads_30d) AS top_downloads_30d,
    count(*) FILTER (m.downloads_30d = 0) AS unused,
    count(*) FILTER (coalesce(k.names_dataset, false)) AS naming,
    count(*) FILTER (coalesce(k.names_own, false)) AS naming_own
  FROM (SELECT * FROM models WHERE ${newest("models")}) m
  LEFT JOIN marked k ON k.source = m.source AND k.repo_key = m.repo_key
  GROUP BY ALL
`;

/** Models by the task that they name, and by whether they say robotics otherwise. */
export const modelTasks = defineEvidence({
  name: "model-tasks",
  doc: "Models of one list, or of the newest snapshot, that name one task, by other signs of robotics.",
  key: ["source", "task", "tagged", "lerobot", "newest_month", "removed"],
  ...lists,
  columns: {
    source: text("Id of the list, or hub."),
    observed_on: date("Day of the list, or of the newest snapshot."),
    task: nullable(text("Task that the model names; null where it names none.")),
    tagged: bool("Whether it has the tag robotics."),
    lerobot: bool("Whether its library is lerobot."),
    newest_month: bool("Whether it was created in the month of the day."),
    removed: bool("Whether the source has found it gone; false where the source does not look."),
    models: int("Models.", "models"),
    downloads_30d: nullable(int("Their downloads in the 30 days before the day.", "downloads")),
    top_downloads_30d: nullable(int("Downloads of the most downloaded of them.", "downloads")),
    unused: int("Models without a download in the window.", "models"),
    naming: int("Models with a tag that names a dataset.", "models"),
    naming_own: int("Models with a tag that names a dataset of their own namespace.", "models"),
  },
  sql,
  wider: [{ ...hubModels, sql }],
});
