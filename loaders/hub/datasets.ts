import { datasets } from "../schema/datasets.ts";
import type { LocalSource, ScanLoader } from "../schema/loader.ts";
import { filesOf, type HubFiles, overFiles, type Scanned } from "./files.ts";
import { withLicence } from "./licence.ts";
import { nameOf } from "./names.ts";
import { repositoryColumns } from "./repositories.ts";

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

function rows(file: Scanned): string {
  const named = `SELECT *, ${nameOf("id")} AS name FROM (${file.rows})`;
  return `
    SELECT ${repositoryColumns(file)},
      mainSize::DOUBLE AS size_bytes
    FROM (${withLicence(named)})`;
}
