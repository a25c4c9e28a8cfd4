import { followedFrom } from "./standings.ts";

/** Days that the counter of a first full month covers, all of them after the model's creation. */
const month = 30;

/** Fewest days from the first full month to a snapshot that is held against it: a window, but for how months differ. */
const apart = 28;

/** Groups into which followed owners without a row in the registry are dealt, in the order of their names. */
export const groups = 100;

/**
 * SQL for models that are created while snapshots of the Hub are taken, under the names that the queries over crawls
 * have: `crawls` (days of snapshots), `followed`, `named` and `authors`.
 *
 * - A release is dated by the Hub itself. Its first full month is that of the first snapshot at least 30 days after its
 *   creation, and it is followed if that snapshot lists it with enough downloads, under whatever name.
 * - Models are the same across renames where every snapshot has the Hub's identities; else by name and day of creation,
 *   so that a model under a new name is lost, and never taken for a release.
 * - Snapshots that share most of the first month's window are left out, so that weekly ones say no more than monthly ones.
 * - Owners of the registry are authors by themselves. All others are dealt into groups of owners: intervals by groups
 *   allow for owners as those by owners do, and the table stays small however large the Hub.
 */
export const hubFollowed = `
    crawls AS (SELECT DISTINCT observed_on FROM models),
    identities AS (SELECT bool_and(hub_id IS NOT NULL) AS everywhere FROM models),
    young AS (
      SELECT CASE WHEN everywhere THEN hub_id ELSE repo_key || ' ' || created_on END AS model, lower(owner) AS space,
        observed_on, created_on, downloads_30d AS downloads
      FROM models CROSS JOIN identities WHERE created_on >= (SELECT min(observed_on) FROM crawls)
    ),
    months AS (
      SELECT created_on, min(c.observed_on) AS month_to
      FROM (SELECT DISTINCT created_on FROM young) JOIN crawls c ON c.observed_on >= created_on + ${month}
      GROUP BY created_on
    ),
    followed AS (
      SELECT space, model, true AS watched_long, month_to, downloads AS month_downloads
      FROM young JOIN months USING (created_on) WHERE observed_on = month_to AND downloads >= ${followedFrom}
    ),
    named AS (
      SELECT f.space, model, y.observed_on, y.downloads FROM young y JOIN followed f USING (model)
      WHERE y.observed_on = f.month_to OR y.observed_on >= f.month_to + ${apart}
    ),
    authors AS (
      SELECT space, coalesce(registered, '(unregistered ' || (place - 1) % ${groups} + 1 || ')') AS author FROM (
        SELECT s.space, o.owner AS registered,
          row_number() OVER (PARTITION BY o.owner IS NULL ORDER BY s.space) AS place
        FROM (SELECT DISTINCT space FROM followed) s LEFT JOIN owners o ON lower(o.owner) = s.space
      )
    )`;
