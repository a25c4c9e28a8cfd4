import { date, int, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { named } from "./standings.ts";

/** How the downloads of each family went. */
export const familyCrawls = defineEvidence({
  name: "family-crawls",
  doc: "Models of one family that one crawl of a panel of namespaces lists.",
  key: ["family", "observed_on"],
  sources: ["osir-lmts"],
  population: "models of registered families in the namespaces that a research panel crawls",
  complete: false,
  columns: {
    family: text("Family."),
    observed_on: date("Day of the crawl."),
    models: int("Models with a download in the window.", "models"),
    downloads_30d: int("Their downloads in the 30 days before the crawl.", "downloads"),
  },
  sql: `
    WITH ${named}
    SELECT n.family, m.observed_on, count(*) AS models, sum(m.downloads_30d) AS downloads_30d
    FROM models m JOIN named n ON lower(m.owner) = n.owner_key AND regexp_matches(lower(m.name), n.pattern)
    WHERE m.platform = 'huggingface' AND m.downloads_30d > 0
    GROUP BY n.family, m.observed_on
  `,
});
