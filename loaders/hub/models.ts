import type { LocalSource, ScanLoader } from "../schema/loader.ts";
import { models } from "../schema/models.ts";
import { atFloor, createdOn, utcDay } from "./days.ts";
import { filesOf, type HubFiles, overFiles, type Scanned } from "./files.ts";
import { gated } from "./gated.ts";
import { label } from "./labels.ts";
import { withLicence } from "./licence.ts";
import { nameOf, ownerOf } from "./names.ts";
import { baseCount, onlyBase, withParents } from "./parents.ts";
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

function rows({ rows: raw, source, observed_on, types }: Scanned): string {
  const named = `SELECT *, ${nameOf("id")} AS name FROM (${withParents(raw)})`;
  return `
    SELECT
      ${source} AS source,
      'huggingface' AS platform,
      id AS repo,
      lower(id) AS repo_key,
      ${ownerOf("id")} AS owner,
      name,
      _id AS hub_id,
      DATE '${observed_on}' AS observed_on,
      DATE '${observed_on}' - 30 AS window_start,
      downloads AS downloads_30d,
      downloadsAllTime AS downloads_all_time,
      likes,
      ${createdOn("createdAt")} AS created_on,
      ${atFloor("createdAt")} AS at_floor,
      ${utcDay("lastModified")} AS modified_on,
      ${gated("gated")} AS gated,
      licence,
      licence_from,
      licence_name,
      ${label("pipeline_tag")} AS pipeline_tag,
      ${label("library_name")} AS library,
      relation,
      ${baseCount(types.has("baseModels"))} AS bases,
      ${onlyBase} AS base_key,
      parameters,
      parameters_from
    FROM (${withOwnSize(withLicence(named))})`;
}
