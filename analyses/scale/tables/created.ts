import { repositories } from "#kit/hub/standing.ts";
import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { hub, listings } from "./standings.ts";

/** How many of the namespaces with the most repositories are told apart. */
export const largestNamespaces = 10;

const sql = `
  WITH listed AS (${repositories("source", "observed_on", "owner", "created_on", "at_floor")}),
  ends AS (SELECT source, kind, unnest([min(observed_on), max(observed_on)]) AS observed_on FROM listed GROUP BY source, kind),
  kept AS (SELECT *, lower(owner) AS namespace FROM listed SEMI JOIN ends USING (source, kind, observed_on)),
  largest AS (
    SELECT source, observed_on, kind, namespace FROM kept WHERE namespace <> '(none)'
    GROUP BY source, observed_on, kind, namespace
    QUALIFY row_number() OVER (PARTITION BY source, observed_on, kind ORDER BY count(*) DESC, namespace) <= ${largestNamespaces}
  )
  SELECT k.source, k.observed_on, k.kind, date_trunc('month', k.created_on)::DATE AS month,
    coalesce(k.at_floor, false) AS at_floor,
    count(*) AS repositories,
    count(l.namespace) AS of_largest,
    count(*) FILTER (k.namespace = '(none)') AS without_namespace
  FROM kept k
  LEFT JOIN largest l USING (source, observed_on, kind, namespace)
  GROUP BY ALL
`;

/**
 * Repositories by source and month of creation; of snapshots of the Hub the first and the last, of listings the only one.
 * A name without a slash has no namespace, so that it is none of the largest.
 */
export const created = defineEvidence({
  name: "created",
  doc: "Models, or datasets, of one listing or snapshot that were created in one month.",
  key: ["source", "observed_on", "kind", "month", "at_floor"],
  ...listings,
  columns: {
    source: text("Id of the source that lists them."),
    observed_on: date("Day of the listing or snapshot."),
    kind: text("model or dataset."),
    month: nullable(date("First day of the month of creation; null where it is not known.")),
    at_floor: bool("Whether they carry the day that the Hub gives everything older than its records."),
    repositories: int("Repositories that are still there.", "repositories"),
    of_largest: int("Of these, those of the ten namespaces with the most repositories that day.", "repositories"),
    without_namespace: int("Of these, those without a namespace.", "repositories"),
  },
  sql,
  wider: [{ ...hub, sql }],
});
