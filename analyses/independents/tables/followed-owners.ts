import { registered, withOwner } from "#kit/hub/standing.ts";
import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, optional } from "#loaders/schema/evidence.ts";
import { followed } from "./standings.ts";

/** What each registered owner has on a list of recent models, the rest pooled. */
export const followedOwners = optional(
  defineEvidence({
    name: "followed-owners",
    doc: "Models of one registered owner that HF//RADAR follows.",
    key: ["owner"],
    ...followed,
    columns: {
      observed_on: date("Day of the newest change in the list."),
      owner: text("Namespace, or (unregistered) for those without a row in the registry."),
      namespaces: int("Namespaces behind the row, without regard to case.", "namespaces"),
      models: int("Models, those that the Hub has since lost too.", "models"),
      downloads_30d: nullable(int("Their downloads in the 30 days before that day.", "downloads")),
      heaviest_30d: nullable(int("Downloads of the most downloaded of them.", "downloads")),
    },
    sql: `
    SELECT r.observed_on, ${registered} AS owner,
      count(DISTINCT lower(r.owner)) AS namespaces, count(*) AS models,
      sum(r.downloads_30d) AS downloads_30d, max(r.downloads_30d) AS heaviest_30d
    FROM models r ${withOwner()}
    GROUP BY ALL`,
  }),
);
