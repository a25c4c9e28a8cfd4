import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { label } from "#loaders/schema/labels.ts";
import { hubDatasets, listing, newest } from "./standings.ts";

const prefix = "task_categories:";

const sql = `
  WITH own AS (
    SELECT repo_key, observed_on, downloads_30d, coalesce(at_floor, false) AS at_floor,
      date_trunc('month', created_on)::DATE AS month
    FROM datasets WHERE ${newest("datasets")}
  ),
  tagged AS (
    SELECT DISTINCT repo_key, ${label(`substr(tag, ${prefix.length + 1})`)} AS category
    FROM tags WHERE kind = 'dataset' AND starts_with(tag, '${prefix}') AND ${newest("tags")}
  ),
  counted AS (
    SELECT o.*, t.category FROM own o JOIN tagged t USING (repo_key)
    UNION ALL SELECT *, '(all)' FROM own
    UNION ALL SELECT *, '(none)' FROM own ANTI JOIN tagged USING (repo_key)
  )
  SELECT observed_on, month, at_floor, category, count(*) AS datasets, sum(downloads_30d) AS downloads_30d
  FROM counted GROUP BY ALL
`;

/** Datasets by the month of their creation and by the task categories that they are tagged with. */
export const categoryMonths = defineEvidence({
  name: "category-months",
  doc: "Datasets of one listing, or of the newest snapshot, that were created in one month and are tagged with one task category; one of several categories counts in each.",
  key: ["month", "at_floor", "category"],
  ...listing,
  columns: {
    observed_on: date("Day of the listing, or of the newest snapshot."),
    month: nullable(date("First day of the month of creation; null where it is not known.")),
    at_floor: bool("Whether they carry the day that the Hub gives everything older than its records."),
    category: text("Task category; (none) for datasets without one, (all) for every dataset, each once."),
    datasets: int("Datasets that are still there.", "datasets"),
    downloads_30d: nullable(int("Their downloads in the 30 days before the day.", "downloads")),
  },
  sql,
  wider: [{ ...hubDatasets, sql }],
});
