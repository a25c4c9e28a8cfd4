import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { authorsOf } from "./authors.ts";
import { daily, uncappedUntil } from "./standings.ts";

const sql = `
    WITH listed AS (
      SELECT repo_key, lower(owner) AS space, observed_on, downloads_30d FROM models WHERE downloads_30d IS NOT NULL
    ),
    spans AS (
      SELECT 'all' AS span, max(observed_on) AS until FROM listed
      UNION ALL SELECT 'uncapped', least(max(observed_on), DATE '${uncappedUntil}') FROM listed
    ),
    measured AS (
      SELECT span, until, 'day' AS peak, repo_key, space, observed_on, CAST(downloads_30d AS DOUBLE) AS downloads
      FROM listed JOIN spans ON observed_on <= until
      UNION ALL
      SELECT span, until, 'week', repo_key, space, observed_on, avg(downloads_30d) OVER (
        PARTITION BY span, repo_key ORDER BY observed_on RANGE BETWEEN INTERVAL 6 DAYS PRECEDING AND CURRENT ROW)
      FROM listed JOIN spans ON observed_on <= until
    ),
    openers AS (
      SELECT repo_key, min(observed_on) = (SELECT min(observed_on) FROM models) AS listed_first FROM models GROUP BY repo_key
    ),
    tops AS (
      SELECT span, peak, repo_key, max(downloads) AS top, min(observed_on) AS first_on, max(observed_on) AS last_on
      FROM measured GROUP BY span, peak, repo_key
    ),
    peaks AS (
      SELECT t.*, listed_first, min(m.observed_on) AS peak_on
      FROM tops t JOIN openers USING (repo_key) JOIN measured m USING (span, peak, repo_key) WHERE m.downloads = t.top GROUP BY ALL
    ),
    depths AS (SELECT 'half' AS threshold, 0.5 AS part UNION ALL SELECT 'tenth', 0.1),
    falls AS (
      SELECT span, until, peak, threshold, repo_key, space, top, first_on, last_on, peak_on, listed_first,
        min(observed_on) FILTER (observed_on > peak_on AND downloads <= top * part) AS fell_on
      FROM measured JOIN peaks USING (span, peak, repo_key) CROSS JOIN depths
      GROUP BY ALL
    ),
    ${authorsOf("listed")}
    SELECT until AS observed_on, span, peak, threshold, author,
      CASE WHEN top >= 1000 THEN 1000 WHEN top >= 100 THEN 100 ELSE 1 END AS reach,
      listed_first,
      CASE WHEN peak_on = first_on THEN 'first day' WHEN fell_on IS NOT NULL THEN 'fell'
        WHEN last_on > peak_on THEN 'held' ELSE 'at peak' END AS state,
      last_on < until - 7 AS left_early,
      CASE WHEN peak_on > first_on THEN CAST(date_trunc('month', fell_on) AS DATE) END AS fell_in,
      CASE WHEN peak_on > first_on AND coalesce(fell_on, last_on) > peak_on
        THEN coalesce(fell_on, last_on) - peak_on END AS days,
      count(*) AS models
    FROM falls JOIN authors USING (space)
    GROUP BY ALL`;

/** How long after their peak models of the daily listings keep a part of it. */
export const peakSpells = defineEvidence({
  name: "peak-spells",
  doc: "Models of one author that did alike after their peak of 30-day downloads.",
  key: [
    ...["observed_on", "span", "peak", "threshold", "author"],
    ...["reach", "listed_first", "state", "left_early", "fell_in", "days"],
  ] as const,
  ...daily,
  columns: {
    observed_on: date("Last day of the listings that are read."),
    span: text("uncapped for the days on which the listing holds every model of the task; all for all days."),
    peak: text("day or week: whether the peak, and what follows, is a day's counter or the mean of seven days'."),
    threshold: text("half or tenth of the peak."),
    author: text("Namespace as the registry of owners spells it, or a number for those without a row in it."),
    reach: int("1, 100 or 1,000: the peak is at least this.", "downloads"),
    listed_first: bool("Whether the model is on the first listing of all: how long it was there before is unknown."),
    state: text(
      "fell below the threshold; held above it until last listed; at peak when last listed; first day, when the peak is on the model's first day and so may not be one.",
    ),
    left_early: bool("Whether the model is last listed more than a week before the last day."),
    fell_in: nullable(date("First day of the month in which it fell; null where it did not.")),
    days: nullable(int("Days from the peak to the fall, or to the last listing.", "days")),
    models: int("Models that did alike.", "models"),
  },
  sql,
});
