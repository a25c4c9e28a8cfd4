import { repositories } from "#kit/hub/standing.ts";
import { date, int, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { hub, listings } from "./standings.ts";

const sql = `
  WITH listed AS (${repositories("source", "observed_on", "owner", "created_on")}),
  newest AS (SELECT source, kind, max(observed_on) AS observed_on FROM listed GROUP BY source, kind),
  owned AS (
    SELECT source, observed_on, kind, created_on, lower(owner) AS namespace, count(*) AS n
    FROM listed SEMI JOIN newest USING (source, kind, observed_on)
    WHERE created_on IS NOT NULL GROUP BY ALL
  ),
  days AS (
    SELECT source, observed_on, kind, created_on, sum(n) AS repositories,
      max(n) AS of_first, max_by(namespace, (n, namespace)) AS namespace
    FROM owned GROUP BY source, observed_on, kind, created_on
    QUALIFY row_number() OVER (PARTITION BY source, kind ORDER BY sum(n) DESC, created_on) <= 10
  )
  SELECT d.source, d.observed_on, d.kind, d.created_on, d.repositories, d.of_first,
    CASE WHEN d.namespace = '(none)' THEN '(none)' ELSE coalesce(o.owner, '(unregistered)') END AS first_owner
  FROM days d
  LEFT JOIN owners o ON lower(o.owner) = d.namespace
`;

/** The ten days on which most of what is listed was created, each with the part of one namespace. */
export const busiestDays = defineEvidence({
  name: "busiest-days",
  doc: "One of the ten days on which most of the listed models, or datasets, were created.",
  key: ["source", "observed_on", "kind", "created_on"],
  ...listings,
  columns: {
    source: text("Id of the source that lists them."),
    observed_on: date("Day of the listing, or of the newest snapshot."),
    kind: text("model or dataset."),
    created_on: date("Day of creation."),
    repositories: int("Repositories of that day that are still there.", "repositories"),
    of_first: int("Of these, those of the namespace with the most.", "repositories"),
    first_owner: text(
      "That namespace; (none) for names without one, (unregistered) for one without a row in the registry of owners.",
    ),
  },
  sql,
  wider: [{ ...hub, sql }],
});
