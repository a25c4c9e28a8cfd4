import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { followed, releases } from "./releases.ts";
import { crawled, followedFrom } from "./standings.ts";

/** Discussions that were opened on released models, from crawl to crawl. */
export const discussionMonths = defineEvidence({
  name: "discussion-months",
  doc: "Models of one author that were released in one gap, from one crawl that lists them to the next.",
  key: ["observed_on", "author", "released_after", "released_by", "opened_after", "watched_long", "used"],
  ...crawled,
  columns: {
    observed_on: date("Day of the crawl up to which the discussions were opened."),
    author: text("Namespace as the registry of owners spells it, or a number for those without a row in it."),
    released_after: date("Day of the last crawl without the models."),
    released_by: date("Day of the first crawl that lists them."),
    opened_after: nullable(date("Day of the crawl before that lists them; null on the first.")),
    watched_long: bool("Whether two crawls or more list the namespace before the models appear."),
    used: nullable(
      bool(`Whether downloads of the first full month are ${followedFrom} or more; null before there is one.`),
    ),
    models: int("Models.", "models"),
    opened: int("Discussions that they have more than on the crawl before; all on the first.", "discussions"),
    withdrawn: int("Discussions that models have fewer than on the crawl before.", "discussions"),
  },
  sql: `
    WITH ${releases}, ${followed},
    steps AS (
      SELECT r.space, r.model, r.released_after, r.released_by, r.watched_long, n.observed_on, n.discussions,
        lag(n.observed_on) OVER w AS opened_after, coalesce(lag(n.discussions) OVER w, 0) AS before
      FROM released r JOIN named n USING (space, model)
      WHERE n.discussions IS NOT NULL
      WINDOW w AS (PARTITION BY r.model ORDER BY n.observed_on)
    )
    SELECT s.observed_on, author, s.released_after, s.released_by, s.opened_after, s.watched_long,
      m.month_downloads >= ${followedFrom} AS used, count(*) AS models,
      sum(greatest(s.discussions - s.before, 0)) AS opened, sum(greatest(s.before - s.discussions, 0)) AS withdrawn
    FROM steps s JOIN authors USING (space) LEFT JOIN months m USING (model)
    GROUP BY ALL`,
});
