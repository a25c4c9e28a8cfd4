import { registered, withOwner } from "#kit/hub/standing.ts";
import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { standing, wider } from "./standings.ts";

/** Models with whether each is the earliest of its namespace, so that a namespace counts once. */
const placed = `
  SELECT source, observed_on, owner, year(created_on)::BIGINT AS created_year, downloads_30d,
    row_number() OVER (
      PARTITION BY source, observed_on, lower(owner) ORDER BY created_on NULLS LAST, repo
    ) = 1 AS earliest
  FROM models`;

const sql = `
  SELECT r.source, r.observed_on, r.created_year,
    CASE WHEN r.owner = '(none)' THEN r.owner ELSE ${registered} END AS owner,
    count(*) FILTER (r.earliest) AS namespaces, count(*) AS models, sum(r.downloads_30d) AS downloads_30d
  FROM (${placed}) r ${withOwner()}
  GROUP BY ALL`;

/** What each registered owner has on the complete Hub, by the year in which its models were created; the rest pooled. */
export const listedOwners = defineEvidence({
  name: "listed-owners",
  doc: "Models of one registered owner on the complete Hub on one day that were created in one year.",
  key: ["source", "observed_on", "created_year", "owner"],
  ...standing,
  columns: {
    source: text("Id of the source record."),
    observed_on: date("Day of the listing."),
    created_year: nullable(int("Year of creation; null where it is not known.", "year")),
    owner: text("Namespace, (unregistered) without a row in the registry, or (none) for ids without an owner."),
    namespaces: int("Namespaces whose earliest model is among these, without regard to case.", "namespaces"),
    models: int("Models.", "models"),
    downloads_30d: nullable(int("Their downloads in the 30 days before that day.", "downloads")),
  },
  sql,
  wider: [{ ...wider, sql }],
});
