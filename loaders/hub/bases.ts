import { bases } from "../schema/bases.ts";
import type { LocalSource, ScanLoader } from "../schema/loader.ts";
import { filesOf, type HubFiles, overFiles, type Scanned } from "./files.ts";
import { ownerOf } from "./names.ts";
import { namedKeys, withParents } from "./parents.ts";

/** Bases that model repositories of the Hub's Parquet files name; a row for each, none for a model that names none. */
export function basesLoader(source: string, find: HubFiles): ScanLoader {
  const files = (local: LocalSource) => filesOf(find(local), "models");
  return {
    source,
    table: bases,
    inputs: (local) => files(local).map((file) => file.local),
    scan: (local, columns) => overFiles(local, files(local), columns, rows),
  };
}

function rows({ rows: raw, source, observed_on }: Scanned): string {
  const pairs = `
    SELECT id, downloads, relation, ${namedKeys} AS named, unnest(base_keys) AS base_key FROM (${withParents(raw)})
    WHERE baseModels IS NOT NULL`;
  const owned = `SELECT *, ${ownerOf("id")} AS owner, ${ownerOf("base_key")} AS base_owner FROM (${pairs})`;
  return `
    SELECT
      ${source} AS source,
      'huggingface' AS platform,
      lower(id) AS repo_key,
      owner,
      DATE '${observed_on}' AS observed_on,
      relation,
      base_key,
      base_owner,
      list_position(named, base_key) AS place,
      lower(owner) = base_owner AS same_owner,
      downloads AS downloads_30d
    FROM (${owned})`;
}
