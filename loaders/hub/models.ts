import { label } from "../schema/labels.ts";
import type { LocalSource, ScanLoader } from "../schema/loader.ts";
import { models } from "../schema/models.ts";
import { filesOf, type HubFiles, overFiles, type Scanned } from "./files.ts";
import { withLicence } from "./licence.ts";
import { nameOf } from "./names.ts";
import { baseCount, onlyBase, ownBase, withParents } from "./parents.ts";
import { repositoryColumns } from "./repositories.ts";
import { withOwnSize } from "./size.ts";

/**
 * Model repositories of the Hub's Parquet files.
 *
 * - A column that a file lacks is unknown in all of its rows; a column of another type, or a needed one that is missing,
 *   is an error.
 * - The 30-day counter ends with the snapshot: `window_start` is its day minus 30.
 */
export function modelsLoader(source: string, find: HubFiles): ScanLoader {
  const files = (local: LocalSource) => filesOf(find(local), "models");
  return {
    source,
    table: models,
    inputs: (local) => files(local).map((file) => file.local),
    scan: (local, columns) => overFiles(local, files(local), columns, rows),
  };
}

function rows(file: Scanned): string {
  const named = `SELECT *, ${nameOf("id")} AS name FROM (${withParents(file.rows)})`;
  return `
    SELECT ${repositoryColumns(file)},
      CASE WHEN owner_type IN ('org', 'user') THEN owner_type END AS owner_type,
      licence_name,
      ${label("pipeline_tag")} AS pipeline_tag,
      ${label("library_name")} AS library,
      relation,
      ${baseCount(file.types.has("baseModels"))} AS bases,
      ${onlyBase} AS base_key,
      ${ownBase(file.types.has("baseModels"))} AS own_base,
      parameters,
      parameters_from
    FROM (${withOwnSize(withLicence(named))})`;
}
