import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { label } from "#loaders/schema/labels.ts";
import type { HubStanding } from "./standing.ts";

const snapshotDay = date("Day of the snapshot.");
const models = int("Models.", "models");
const downloads = nullable(int("Downloads in the 30 days before the snapshot.", "downloads"));

/** Models by the task that they name. */
export const hubTasks = (standing: HubStanding) =>
  defineEvidence({
    name: "hub-tasks",
    doc: "Models of one snapshot that name one task.",
    key: ["observed_on", "pipeline_tag"],
    ...standing,
    columns: {
      observed_on: snapshotDay,
      pipeline_tag: nullable(text("Task; null where none is named.")),
      models,
      downloads_30d: downloads,
      likes: nullable(int("Likes.", "likes")),
    },
    sql: `
      SELECT observed_on, pipeline_tag, count(*) AS models, sum(downloads_30d) AS downloads_30d, sum(likes) AS likes
      FROM models GROUP BY ALL
    `,
  });

/** Models by the library that loads them. */
export const hubLibraries = (standing: HubStanding) =>
  defineEvidence({
    name: "hub-libraries",
    doc: "Models of one snapshot that name one library.",
    key: ["observed_on", "library"],
    ...standing,
    columns: {
      observed_on: snapshotDay,
      library: nullable(text("Library; null where none is named.")),
      models,
      downloads_30d: downloads,
    },
    sql: `
      SELECT observed_on, library, count(*) AS models, sum(downloads_30d) AS downloads_30d
      FROM models GROUP BY ALL
    `,
  });

/** Datasets by the tasks that they are tagged for; a dataset with several counts for each. */
export const hubDatasetTasks = (standing: HubStanding) =>
  defineEvidence({
    name: "hub-dataset-tasks",
    doc: "Datasets of one snapshot that are tagged for one task.",
    key: ["observed_on", "task"],
    ...standing,
    columns: {
      observed_on: snapshotDay,
      task: nullable(text("Task category; null for datasets without any.")),
      datasets: int("Datasets.", "datasets"),
      downloads_30d: downloads,
    },
    sql: `
      WITH tagged AS (
        SELECT observed_on, repo_key, downloads_30d, substr(tag, 17) AS task FROM tags
        WHERE kind = 'dataset' AND starts_with(tag, 'task_categories:')
      ),
      labelled AS (
        SELECT DISTINCT observed_on, repo_key, downloads_30d,
          ${label("task")} AS task
        FROM tagged
      ),
      untagged AS (
        SELECT d.observed_on, d.repo_key, d.downloads_30d, NULL AS task FROM datasets d
        ANTI JOIN tagged t USING (observed_on, repo_key)
      )
      SELECT observed_on, task, count(*) AS datasets, sum(downloads_30d) AS downloads_30d
      FROM (FROM labelled UNION ALL BY NAME FROM untagged)
      GROUP BY ALL
    `,
  });
