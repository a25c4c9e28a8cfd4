import { date, int, text } from "#loaders/schema/column.ts";
import { defineEvidence, optional } from "#loaders/schema/evidence.ts";
import { matching } from "./matching.ts";
import { lists } from "./standings.ts";

/** How many models each stratum of the labelled sample was drawn from. */
export const labelledStrata = optional(
  defineEvidence({
    name: "labelled-strata",
    doc: "Models of both lists in one stratum of the labelled sample: a domain of science, or a substring; one that both lists have counts once.",
    key: ["domain"],
    ...lists,
    columns: {
      observed_on: date("Day of the newer list."),
      domain: text("Domain of science, or substring-… for a substring of the earlier report."),
      models: int("Models.", "models"),
    },
    sql: `
      WITH ${matching("lists")},
      strata AS (
        SELECT repo_key, domain FROM matched UNION ALL SELECT repo_key, 'substring-' || flag FROM flagged
      )
      SELECT (SELECT max(observed_on) FROM repos) AS observed_on, domain, count(DISTINCT repo_key) AS models FROM strata GROUP BY domain
    `,
  }),
);
