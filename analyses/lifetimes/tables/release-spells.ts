import { bool, date, int, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { followed, reachOf, releases } from "./releases.ts";
import { crawled } from "./standings.ts";

/** SQL for how long followed releases keep a part, over common tables `crawls`, `followed`, `named` and `authors`. */
export const spellsOf = (tables: string): string => `
    WITH ${tables},
    paths AS (
      SELECT f.space, f.model, f.watched_long, f.month_to, f.month_downloads, n.observed_on, n.downloads,
        max(n.downloads) OVER (
          PARTITION BY f.model ORDER BY n.observed_on ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS highest
      FROM followed f JOIN named n USING (space, model) WHERE n.observed_on >= f.month_to
    ),
    depths AS (SELECT 'half' AS threshold, 0.5 AS part UNION ALL SELECT 'tenth', 0.1),
    bases AS (
      SELECT *, 'first' AS base, month_downloads AS base_downloads FROM paths
      UNION ALL SELECT *, 'highest', highest FROM paths
    ),
    falls AS (
      SELECT space, model, watched_long, month_to, month_downloads, base, threshold, max(observed_on) AS last_on,
        min(observed_on) FILTER (observed_on > month_to AND downloads <= base_downloads * part) AS fell_on
      FROM bases CROSS JOIN depths GROUP BY ALL
    ),
    held AS (
      SELECT f.space, f.model, f.watched_long, f.month_to, f.month_downloads, f.base, f.threshold, f.last_on, f.fell_on,
        max(p.observed_on) AS held_on
      FROM falls f JOIN paths p ON p.model = f.model AND (f.fell_on IS NULL OR p.observed_on < f.fell_on)
      GROUP BY ALL
    )
    SELECT (SELECT max(observed_on) FROM crawls) AS observed_on, author, ${reachOf("month_downloads")} AS reach,
      watched_long, base, threshold, held_on - month_to AS held_days, coalesce(fell_on, last_on) - month_to AS days,
      fell_on IS NOT NULL AS fell, count(*) AS models
    FROM held JOIN authors USING (space)
    WHERE last_on > month_to
    GROUP BY ALL`;

/** How long after their first full month released models keep a part of its downloads. */
export const releaseSpells = defineEvidence({
  name: "release-spells",
  doc: "Released models of one author that did alike after their first full month.",
  key: ["observed_on", "author", "reach", "watched_long", "base", "threshold", "held_days", "days", "fell"],
  ...crawled,
  columns: {
    observed_on: date("Day of the last crawl."),
    author: text("Namespace as the registry of owners spells it, or a number for those without a row in it."),
    reach: int("100, 1,000 or 10,000: downloads of the first full month are at least this.", "downloads"),
    watched_long: bool("Whether two crawls or more list the namespace before the model appears."),
    base: text("first for downloads of the first full month; highest for the highest count so far."),
    threshold: text("half or tenth of the base."),
    held_days: int("Days from the first full month to the last crawl that finds it above the threshold.", "days"),
    days: int("Days to the crawl that finds it at or below the threshold, or to the last that lists it.", "days"),
    fell: bool("Whether it fell to the threshold: some time after the one day, by the other."),
    models: int("Models that did alike.", "models"),
  },
  sql: spellsOf(`${releases}, ${followed}`),
});
