import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { byCounter, counted, yearOld } from "./counters.ts";
import { standing, wider } from "./standings.ts";

const listed = byCounter("FROM models", "observed_on", "owner", `${yearOld} AS year_old`);

const sql = counted(
  `
  WITH listed AS (${listed}),
  first AS (
    SELECT observed_on, counter, namespace FROM (
      SELECT observed_on, counter, lower(owner) AS namespace, sum(downloads) AS downloads FROM listed
      WHERE owner <> '(none)' GROUP BY observed_on, counter, lower(owner)
    )
    QUALIFY row_number() OVER (PARTITION BY observed_on, counter ORDER BY downloads DESC NULLS LAST, namespace) = 1
  )
  SELECT l.observed_on, l.counter,
    CASE WHEN l.owner = '(none)' THEN 'none' WHEN lower(l.owner) = f.namespace THEN 'first' ELSE 'other' END AS publisher,
    l.year_old, l.downloads, count(*) AS models
  FROM listed l LEFT JOIN first f ON f.observed_on = l.observed_on AND f.counter = l.counter
  GROUP BY ALL`,
  "observed_on",
  "counter",
);

/** How many models of the complete Hub have each number of downloads: concentration follows from it exactly, without names. */
export const modelDownloads = defineEvidence({
  name: "model-downloads",
  doc: "Models of the complete Hub with one number of downloads by one counter, on one day.",
  key: ["observed_on", "counter", "publisher", "year_old", "downloads"],
  ...standing,
  columns: {
    observed_on: date("Day of the listing."),
    counter: text("30 days or lifetime: what the downloads cover, up to that day."),
    publisher: text(
      "none for canonical models, whose ids name no owner; first for the namespace with the most downloads; other.",
    ),
    year_old: nullable(bool("Whether the model is a year old or older; null where its age is not known.")),
    downloads: nullable(int("Downloads of each of the models.", "downloads")),
    models: int("Models with as many.", "models"),
  },
  sql,
  wider: [{ ...wider, sql }],
});
