import type { DerivedLoader, LocalSource } from "../schema/loader.ts";
import { models } from "../schema/models.ts";
import { windows } from "../schema/windows.ts";
import { daysOf, type HubFiles } from "./files.ts";

/**
 * Downloads inside the window between two neighbouring snapshots, as the difference of the lifetime counters.
 *
 * - Rows are joined by the Hub's identity, across renames, if both snapshots have it; else by name.
 * - A counter that fell gives 0 downloads, and `fell` says by how much.
 * - A row without an earlier one gives its whole counter if it was created inside the window; else it was hidden or
 *   deleted before, and what it gained is unknown.
 */
export function windowsLoader(source: string, find: HubFiles): DerivedLoader {
  return {
    source,
    table: windows,
    from: [models],
    derive: (name, files) => {
      const days = daysOf(find(files), "models");
      return days.slice(1).map((day, i) => {
        const from = days[i] ?? day;
        return { day, sql: pair(name(models, from), name(models, day), from, identity(files, [from, day])) };
      });
    },
  };
}

/** Column that joins two snapshots. */
function identity({ snapshots }: LocalSource, days: readonly unknown[]): "hub_id" | "repo_key" {
  const both = snapshots.filter(({ observed_on }) => days.includes(observed_on));
  return both.every(({ tables }) => tables.models?.columns.includes("_id")) ? "hub_id" : "repo_key";
}

function pair(earlier: string, later: string, from: string, key: "hub_id" | "repo_key"): string {
  const named = key === "repo_key";
  const joined = `
    SELECT later.*, earlier.key IS NOT NULL AS matched, earlier.repo_key AS earlier_key,
      earlier.downloads_all_time AS before, later.downloads_all_time - earlier.downloads_all_time AS gain,
      earlier.key IS NULL AND coalesce(later.created_on >= DATE '${from}', false) AS created
    FROM (SELECT *, ${key} AS key FROM ${later}) later
    LEFT JOIN (SELECT ${key} AS key, repo_key, downloads_all_time FROM ${earlier}) earlier USING (key)`;
  return `
    SELECT source, platform, repo_key, owner, DATE '${from}' AS window_from, observed_on, created_on,
      CASE WHEN matched THEN '${named ? "name" : "id"}' END AS matched_by,
      ${named ? "NULL::BOOLEAN" : "CASE WHEN matched THEN earlier_key <> repo_key END"} AS renamed,
      created,
      CASE WHEN gain < 0 THEN -gain WHEN gain >= 0 THEN 0 END AS fell,
      CASE WHEN gain < 0 THEN 0 WHEN matched THEN gain WHEN created THEN downloads_all_time END AS downloads
    FROM (${joined})`;
}
