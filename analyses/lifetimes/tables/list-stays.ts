import { bool, date, int, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { authorsOf } from "./authors.ts";
import { daily, uncappedUntil } from "./standings.ts";

/** How long models that joined the daily listing stay on it while it is whole: a description of the list, no more. */
export const listStays = defineEvidence({
  name: "list-stays",
  doc: "Models of one author that joined the listing after its first day and stayed alike.",
  key: ["observed_on", "author", "days", "left_early"],
  ...daily,
  columns: {
    observed_on: date("Last day on which the listing holds every model of the task."),
    author: text("Namespace as the registry of owners spells it, or a number for those without a row in it."),
    days: int("Days from the first listing to the last, both counted.", "days"),
    left_early: bool(
      "Whether it is last listed more than a week before the last day: it left. Otherwise it was there.",
    ),
    models: int("Models that did alike.", "models"),
  },
  sql: `
    WITH listed AS (
      SELECT repo_key, lower(owner) AS space, observed_on FROM models WHERE observed_on <= DATE '${uncappedUntil}'
    ),
    ends AS (SELECT min(observed_on) AS opened_on, max(observed_on) AS until FROM listed),
    stays AS (
      SELECT repo_key, space, min(observed_on) AS first_on, max(observed_on) AS last_on FROM listed GROUP BY ALL
    ),
    ${authorsOf("listed")}
    SELECT until AS observed_on, author, last_on - first_on + 1 AS days, last_on < until - 7 AS left_early,
      count(*) AS models
    FROM stays CROSS JOIN ends JOIN authors USING (space)
    WHERE first_on > opened_on
    GROUP BY ALL`,
});
