import type { LocalSource, ScanLoader } from "../schema/loader.ts";
import { tags } from "../schema/tags.ts";
import { filesOf, type HubFiles, overFiles, type Scanned } from "./files.ts";
import { ownerOf } from "./names.ts";

const kinds = { models: "model", datasets: "dataset" } as const;

/** Tags of model and dataset repositories of the Hub's Parquet files, each once a repository. */
export function tagsLoader(source: string, find: HubFiles): ScanLoader {
  const files = (local: LocalSource) => [...filesOf(find(local), "models"), ...filesOf(find(local), "datasets")];
  return {
    source,
    table: tags,
    inputs: (local) => files(local).map((file) => file.local),
    scan: (local, columns) => {
      const parts = (["models", "datasets"] as const).flatMap((table) =>
        overFiles(local, filesOf(files(local), table), columns, (file) => rows(file, kinds[table])),
      );
      return [...Map.groupBy(parts, ({ day }) => day)].map(([day, own]) => ({
        day,
        sql: own.map(({ sql }) => sql).join("\nUNION ALL\n"),
      }));
    },
  };
}

function rows({ rows: raw, source, observed_on }: Scanned, kind: string): string {
  const tagged = `SELECT id, downloads, unnest(list_distinct(tags)) AS tag FROM (${raw})`;
  return `
    SELECT
      ${source} AS source,
      'huggingface' AS platform,
      '${kind}' AS kind,
      lower(id) AS repo_key,
      ${ownerOf("id")} AS owner,
      DATE '${observed_on}' AS observed_on,
      tag,
      downloads AS downloads_30d
    FROM (${tagged})`;
}
