import { wholeHub } from "#kit/hub/standing.ts";
import { hubTables } from "#kit/hub/tables.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { snapshotFiles } from "#loaders/hub/files.ts";
import { hubLoaders } from "#loaders/hub/loaders.ts";
import { readReference } from "#loaders/reference.ts";
import type { LocalSource } from "#loaders/schema/loader.ts";
import type { Snapshot } from "#loaders/schema/snapshot.ts";
import { buildTables } from "../lib/build.ts";
import { pathsAt } from "../lib/paths.ts";
import type { BenchFiles } from "./bare.ts";
import type { Rows } from "./one.ts";

/** Builds every evidence table of the Hub as `npm run tables` does, encoded; the result decodes them again. */
export async function pipeline(files: BenchFiles): Promise<() => Promise<Rows>> {
  const reference = { ...(await readReference(pathsAt().reference)), corrections: [] };
  const source = sourceOf(files);
  const loads = hubLoaders("hub", snapshotFiles).map((loader) => ({ loader, files: source }));
  const schemas = hubTables.map((make) => make(wholeHub)).filter(({ name }) => !/windows|flows/.test(name));
  const tables = schemas.map((schema) => ({ analysis: "hub", schema, path: `hub/${schema.name}.arrow` }));
  const edition = {
    id: "2026-spring",
    title: "",
    status: "draft",
    as_of: files.observed_on,
    compiled: files.observed_on,
  } as const;
  const built = await buildTables({
    edition: { ...edition, sources: { hub: "r1" } },
    tables,
    loads,
    reference,
    threads: 2,
  });
  return async () =>
    new Map(
      schemas.map((schema, i) => {
        const { rows } = decodeEvidence(built.tables[i]?.bytes ?? new Uint8Array(), schema);
        return [
          schema.name,
          rows.map((row) => Object.keys(schema.columns).map((name) => row[name as keyof typeof row])),
        ];
      }),
    );
}

function sourceOf({ observed_on, models, datasets, papers }: BenchFiles): LocalSource {
  const places = { models, datasets, daily_papers: papers } as const;
  const shown = (table: string) => `${table}/${observed_on}/${table}.parquet`;
  const files = Object.keys(places).map((table) => ({ path: shown(table), url: "", bytes: 0, sha256: table }));
  const columns = ["_id"];
  const table = { rows: 0, columns, missing: [], unread: [], measures: {} };
  const tables = Object.fromEntries(Object.keys(places).map((name) => [name, { ...table, sha256: name }]));
  const licence = { spdx: "ODbL-1.0", url: null, note: "" };
  const record = { id: "hub", revision: "r1", licence, generated: true, first: observed_on, last: observed_on, files };
  const local = (path: string) => Object.entries(places).find(([name]) => shown(name) === path)?.[1] ?? "";
  const snapshots = [{ label: observed_on, observed_on, generated: true, tables }];
  return { record, local, members: () => [], snapshots } as unknown as LocalSource & { snapshots: Snapshot[] };
}
