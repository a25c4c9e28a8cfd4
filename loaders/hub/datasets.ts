import { datasets } from "../schema/datasets.ts";
import type { LocalSource, ScanLoader } from "../schema/loader.ts";
import { atFloor, createdOn, utcDay } from "./days.ts";
import { filesOf, type HubFiles, overFiles, type Scanned } from "./files.ts";
import { gated } from "./gated.ts";
import { withLicence } from "./licence.ts";
import { nameOf, ownerOf } from "./names.ts";

/** Dataset repositories of the Hub's Parquet files; `mainSize` is bytes of the main branch. */
export function datasetsLoader(source: string, find: HubFiles): ScanLoader {
  const files = (local: LocalSource) => filesOf(find(local), "datasets");
  return {
    source,
    table: datasets,
    inputs: (local) => files(local).map((file) => file.local),
    scan: (local, columns) => overFiles(local, files(local), columns, rows),
  };
}

function rows({ rows: raw, source, observed_on }: Scanned): string {
  return `
    SELECT
      ${source} AS source,
      'huggingface' AS platform,
      id AS repo,
      lower(id) AS repo_key,
      ${ownerOf("id")} AS owner,
      ${nameOf("id")} AS name,
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
      mainSize::DOUBLE AS size_bytes
    FROM (${withLicence(raw)})`;
}
