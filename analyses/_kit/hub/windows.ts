import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { type HubStanding, registered, withOwner } from "./standing.ts";

const from = date("Day of the earlier snapshot.");
const to = date("Day of the later snapshot.");

/** Downloads between neighbouring snapshots, all and those within a year of creation. */
export const hubWindows = (standing: HubStanding) =>
  defineEvidence({
    name: "hub-windows",
    doc: "Models of one registered owner between two neighbouring snapshots.",
    key: ["window_from", "observed_on", "owner"],
    ...standing,
    columns: {
      window_from: from,
      observed_on: to,
      owner: text("Namespace, or (unregistered)."),
      models: int("Models of the later snapshot.", "models"),
      downloads: nullable(
        int("Gain of the lifetime counters, where it is known; counters that fell gain nothing.", "downloads"),
      ),
      first_year_downloads: nullable(int("Of these, by models whose first year lasts beyond the window.", "downloads")),
      first_year_downloads_most: nullable(
        int("The same, with the whole gain of models whose first year ends inside the window.", "downloads"),
      ),
      created: int("Models created inside the window.", "models"),
      reappeared: int("Models created before the window that the earlier snapshot does not list.", "models"),
      resets: int("Models whose counter fell.", "models"),
      fell: int("By how much, in all.", "downloads"),
      unknown: int("Models whose gain is not known, those that reappeared among them.", "models"),
    },
    sql: `
      SELECT r.window_from, r.observed_on, ${registered} AS owner,
        count(*) AS models,
        sum(r.downloads) AS downloads,
        CASE WHEN count(r.downloads) > 0
          THEN coalesce(sum(r.downloads) FILTER (r.observed_on <= r.created_on + 365), 0) END AS first_year_downloads,
        CASE WHEN count(r.downloads) > 0
          THEN coalesce(sum(r.downloads) FILTER (r.window_from < r.created_on + 365), 0) END AS first_year_downloads_most,
        count(*) FILTER (r.created) AS created,
        count(*) FILTER (r.matched_by IS NULL AND NOT r.created) AS reappeared,
        count(*) FILTER (r.fell > 0) AS resets,
        coalesce(sum(r.fell), 0) AS fell,
        count(*) - count(r.downloads) AS unknown
      FROM windows r
      ${withOwner()}
      GROUP BY r.window_from, r.observed_on, ${registered}
    `,
  });

/** What came, went and was renamed between neighbouring snapshots. */
export const hubFlows = (standing: HubStanding) =>
  defineEvidence({
    name: "hub-flows",
    doc: "Models between two neighbouring snapshots.",
    key: ["window_from", "observed_on"],
    ...standing,
    columns: {
      window_from: from,
      observed_on: to,
      before: int("Models of the earlier snapshot.", "models"),
      after: int("Models of the later snapshot.", "models"),
      created: int("Models created inside the window.", "models"),
      reappeared: int("Models created before the window that the earlier snapshot does not list.", "models"),
      vanished: int("Models of the earlier snapshot that the later one does not list.", "models"),
      renamed: nullable(int("Models under another name; null where snapshots are joined by name.", "models")),
      resets: int("Models whose lifetime counter fell.", "models"),
    },
    sql: `
      WITH counted AS (SELECT observed_on AS window_from, count(*) AS before FROM models GROUP BY observed_on),
      flows AS (
        SELECT window_from, observed_on,
          count(*) AS after,
          count(*) FILTER (created) AS created,
          count(*) FILTER (matched_by IS NULL AND NOT created) AS reappeared,
          count(matched_by) AS matched,
          CASE WHEN count(renamed) > 0 THEN count(*) FILTER (renamed) END AS renamed,
          count(*) FILTER (fell > 0) AS resets
        FROM windows GROUP BY window_from, observed_on
      )
      SELECT window_from, observed_on, before, after, created, reappeared, before - matched AS vanished, renamed, resets
      FROM flows JOIN counted USING (window_from)
    `,
  });
