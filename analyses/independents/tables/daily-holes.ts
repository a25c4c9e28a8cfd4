import { date, int, nullable } from "#loaders/schema/column.ts";
import { defineEvidence, optional } from "#loaders/schema/evidence.ts";
import { daily } from "./standings.ts";

/** What each daily listing leaves out although the listings before and after have it: listings that were cut short. */
export const dailyHoles = optional(
  defineEvidence({
    name: "daily-holes",
    doc: "One daily listing, with the models that both of its neighbours have and it lacks.",
    key: ["observed_on"],
    ...daily,
    columns: {
      observed_on: date("Day of the listing."),
      listed_before: nullable(int("Downloads of all models of the listing before.", "downloads")),
      missing_models: int("Models of the listings before and after that this one lacks.", "models"),
      missing_before: nullable(int("Their downloads on the listing before.", "downloads")),
    },
    sql: `
      WITH listings AS (
        SELECT observed_on, lag(observed_on) OVER (ORDER BY observed_on) AS before,
          lead(observed_on) OVER (ORDER BY observed_on) AS after,
          lag(downloads) OVER (ORDER BY observed_on) AS listed_before
        FROM (SELECT observed_on, sum(downloads_30d) AS downloads FROM models GROUP BY observed_on)
      ),
      holes AS (
        SELECT l.observed_on, count(*) AS models, sum(b.downloads_30d) AS downloads
        FROM listings l
        JOIN models b ON b.observed_on = l.before
        JOIN models a ON a.observed_on = l.after AND a.repo_key = b.repo_key
        ANTI JOIN models m ON m.observed_on = l.observed_on AND m.repo_key = b.repo_key
        GROUP BY l.observed_on
      )
      SELECT l.observed_on, l.listed_before, coalesce(h.models, 0) AS missing_models,
        CASE WHEN h.models IS NULL THEN 0 ELSE h.downloads END AS missing_before
      FROM listings l LEFT JOIN holes h USING (observed_on)`,
  }),
);
