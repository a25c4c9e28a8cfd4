import type { HubStanding } from "#kit/hub/standing.ts";
import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, optional } from "#loaders/schema/evidence.ts";
import { byCounter, counted, yearOld } from "./counters.ts";
import { panel } from "./panel.ts";

const hub = `
  SELECT * FROM models WHERE platform = 'huggingface'
  QUALIFY observed_on = max(observed_on) OVER (PARTITION BY source)`;

/** Models of each list, on its last day. */
const listed = `SELECT *, source AS part FROM (${hub})`;

/** Those of the last crawl, and those of its fixed panel a second time. */
const crawled = `${listed} UNION ALL SELECT *, 'osir-lmts-panel' AS part FROM (${hub}) WHERE owner IN (${panel})`;

const parts = (name: string, standing: HubStanding, parted: string) =>
  defineEvidence({
    name,
    doc: "Models of a chosen part of the Hub with one number of downloads by one counter, on the part's last day.",
    key: ["part", "observed_on", "counter", "year_old", "downloads"],
    ...standing,
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

/** How many models of the last crawl have each number of downloads. */
export const crawlDownloads = parts(
  "crawl-downloads",
  {
    sources: ["osir-lmts"],
    population: "Hub namespaces that the authors of OSIR-LMTS chose to crawl",
    complete: false,
  },
  crawled,
);

/** The same of lists that editions before 2026 do not have. */
export const partDownloads = optional(
  parts(
    "part-downloads",
    {
      sources: ["hub-stats-sample", "radar"],
      population: "lists of models of the Hub that others chose",
      complete: false,
    },
    listed,
  ),
);
