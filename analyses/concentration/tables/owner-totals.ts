import { date, int, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { byCounter, counted } from "./counters.ts";
import { standing, wider } from "./standings.ts";

const spaces = counted(
  `SELECT observed_on, counter, lower(owner) AS namespace, count(*) AS models, sum(downloads) AS downloads
  FROM (${byCounter("FROM models", "observed_on", "owner")})
  GROUP BY observed_on, counter, lower(owner)`,
  "observed_on",
  "counter",
);

const sql = `
  SELECT s.observed_on, s.counter,
    CASE WHEN s.namespace = '(none)' THEN s.namespace ELSE coalesce(o.owner, '(unregistered)') END AS owner,
    coalesce(s.downloads, 0) AS downloads, count(*) AS namespaces, sum(s.models) AS models
  FROM (${spaces}) s LEFT JOIN owners o ON lower(o.owner) = s.namespace
  GROUP BY ALL
`;

/** Downloads of every namespace of the complete Hub, by name for those of the registry, by number for the others. */
export const ownerTotals = defineEvidence({
  name: "owner-totals",
  doc: "One registered namespace of the complete Hub on one day, or all others with one number of downloads.",
  key: ["observed_on", "counter", "owner", "downloads"],
  ...standing,
  columns: {
    observed_on: date("Day of the listing."),
    counter: text("30 days or lifetime: what the downloads cover, up to that day."),
    owner: text("Namespace, (unregistered) without a row in the registry, or (none) for ids without an owner."),
    downloads: int("Downloads of each namespace of the row, all its models together.", "downloads"),
    namespaces: int("Namespaces with as many, without regard to case.", "namespaces"),
    models: int("Their models.", "models"),
  },
  sql,
  wider: [{ ...wider, sql }],
});
