import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { byCounter, counted, yearOld } from "./counters.ts";

const crawl = "source = 'osir-lmts' AND platform = 'huggingface'";
const panel = `
  SELECT owner FROM models WHERE ${crawl} AND observed_on >= DATE '2025-01-01' GROUP BY owner
  HAVING count(DISTINCT observed_on) =
    (SELECT count(DISTINCT observed_on) FROM models WHERE ${crawl} AND observed_on >= DATE '2025-01-01')`;

/** Models of each part; those of a source with several days are those of its last. */
const parted = `
  WITH hub AS (
    SELECT * FROM models WHERE platform = 'huggingface'
    QUALIFY observed_on = max(observed_on) OVER (PARTITION BY source)
  )
  SELECT *, source AS part FROM hub
  UNION ALL
  SELECT *, 'osir-lmts-panel' AS part FROM hub WHERE source = 'osir-lmts' AND owner IN (${panel})`;

/** How many models of each chosen part of the Hub have each number of downloads. */
export const partDownloads = defineEvidence({
  name: "part-downloads",
  doc: "Models of a chosen part of the Hub with one number of downloads by one counter, on the part's last day.",
  key: ["part", "observed_on", "counter", "year_old", "downloads"],
  sources: ["osir-lmts", "hub-stats-sample", "radar"],
  population: "parts of the Hub that others chose",
  complete: false,
  columns: {
    part: text("Id of the source; osir-lmts-panel is its namespaces that every crawl from 2025-01 on lists."),
    observed_on: date("Day of the crawl, of the listing or of the newest change in it."),
    counter: text("30 days or lifetime: what the downloads cover, up to that day."),
    year_old: nullable(bool("Whether the model is a year old or older; null where its age is not known.")),
    downloads: nullable(int("Downloads of each of the models.", "downloads")),
    models: int("Models with as many.", "models"),
  },
  sql: counted(
    `SELECT part, observed_on, counter, year_old, downloads, count(*) AS models
    FROM (${byCounter(parted, "part", "observed_on", `${yearOld} AS year_old`)})
    GROUP BY ALL`,
    ...["part", "observed_on", "counter"],
  ),
});
