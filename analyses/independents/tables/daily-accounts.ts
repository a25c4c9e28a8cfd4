import { registered, withOwner } from "#kit/hub/standing.ts";
import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, optional } from "#loaders/schema/evidence.ts";
import { daily } from "./standings.ts";

/** What each registered owner has on each daily listing, the rest pooled by the kind of their account. */
export const dailyAccounts = optional(
  defineEvidence({
    name: "daily-accounts",
    doc: "Models of one registered owner, or of all other accounts of one kind, on one daily listing.",
    key: ["observed_on", "owner_type", "owner"],
    ...daily,
    columns: {
      observed_on: date("Day of the listing."),
      owner_type: nullable(text("org or user: the kind of account, as the listing says.")),
      owner: text("Namespace, or (unregistered) for those without a row in the registry."),
      namespaces: int("Namespaces behind the row.", "namespaces"),
      models: int("Models.", "models"),
      downloads_30d: nullable(int("Their downloads in the 30 days before the listing, where known.", "downloads")),
    },
    sql: `
      SELECT r.observed_on, r.owner_type, ${registered} AS owner,
        count(DISTINCT lower(r.owner)) AS namespaces, count(*) AS models, sum(r.downloads_30d) AS downloads_30d
      FROM models r ${withOwner()}
      GROUP BY ALL`,
  }),
);
