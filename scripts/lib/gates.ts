import type { Engine } from "#loaders/engine/engine.ts";
import { noOwner } from "#loaders/hub/names.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import type { DeclaredTable } from "./declared.ts";
import { problem, type SourceProblem } from "./problem.ts";

/** Largest number of repositories, models or offers that one table may name. */
export const maxNames = 200;

/** Columns that name what a source lists. */
const naming = { repo: "repositories", model: "models", offer: "offers" } as const;

/** Where the edition and the source records disagree: a source that one of them lacks, or another revision. */
export function checkRevisions(
  edition: Edition,
  needed: readonly string[],
  records: readonly SourceRecord[],
): SourceProblem[] {
  return needed.flatMap((id) => {
    const pinned = edition.sources[id];
    const record = records.find((one) => one.id === id);
    if (!record) return [problem(id, `data/sources/${id}.json`, "record", "does not exist, but a table needs it")];
    if (pinned === record.revision) return [];
    const found = pinned === undefined ? "names no revision" : `names ${pinned}`;
    return [
      problem(id, `data/editions/${edition.id}.json`, "revision", `${found}, the record names ${record.revision}`),
    ];
  });
}

/** Tables that name more repositories, models or offers than they may, or any from a source that states no licence. */
export function checkNames(
  { path, schema }: DeclaredTable,
  rows: readonly Readonly<Record<string, unknown>>[],
  records: readonly SourceRecord[],
): string[] {
  const columns = Object.entries(naming).filter(([column]) => column in schema.columns);
  const unlicensed = records.filter(({ id, licence }) => schema.sources.includes(id) && licence.spdx === null);
  return columns.flatMap(([column, things]) => {
    const named = new Set(rows.map((row) => row[column]).filter((name) => name !== null)).size;
    return [
      ...unlicensed.map(
        ({ id }) => `${path}: names ${things} of ${id}, which states no licence; publish aggregates only`,
      ),
      ...(named > maxNames ? [`${path}: names ${named} ${things}, more than ${maxNames}; keep a short ranking`] : []),
    ];
  });
}

/**
 * Owners above 0.1 % of a snapshot's downloads that the registry does not know, largest share first.
 *
 * A snapshot is one source, platform and day; its counter is downloads_30d where it has one, else downloads_all_time.
 * Names without a namespace have no owner; owners of the sources in `madeUp` are nobody: both are left out.
 */
export async function checkOwnerShares(engine: Engine, madeUp: readonly string[] = []): Promise<string[]> {
  const { rows } = await engine.query(`
    WITH owned AS (
      SELECT source, platform, observed_on, lower(owner) AS id, min(owner) AS owner,
        sum(downloads_30d) AS windowed, sum(downloads_all_time) AS lifetime
      FROM models GROUP BY source, platform, observed_on, lower(owner)
    ),
    counted AS (
      SELECT *, CASE WHEN sum(windowed) OVER snapshot IS NULL THEN lifetime ELSE windowed END AS downloads
      FROM owned WINDOW snapshot AS (PARTITION BY source, platform, observed_on)
    ),
    shared AS (SELECT *, sum(downloads) OVER (PARTITION BY source, platform, observed_on) AS whole FROM counted)
    SELECT source, platform, max(owner), count(*),
      max(100.0 * downloads / whole), arg_max(observed_on, downloads / whole)
    FROM shared
    WHERE downloads * 1000 > whole AND id <> '${noOwner}' AND id NOT IN (SELECT lower(owner) FROM owners)
    GROUP BY source, platform, id ORDER BY 5 DESC, 3`);
  const real = rows.filter(([source]) => !madeUp.includes(String(source)));
  return real.map(([source, platform, owner, days, share, day]) => {
    const where = `the downloads of ${source} on ${platform} on ${day} (above 0.1 % on ${days} days)`;
    return `${owner}: ${Number(share).toFixed(2)} % of ${where}, but no row in data/reference/owners.csv`;
  });
}
