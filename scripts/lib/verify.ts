import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readEditions } from "#loaders/editions.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { readReference } from "#loaders/reference.ts";
import { DataError } from "#loaders/schema/errors.ts";
import type { Provenance } from "#loaders/schema/provenance.ts";
import { readAllSnapshots } from "#loaders/snapshots.ts";
import { readSources } from "#loaders/sources.ts";
import { registryHash } from "./build.ts";
import { type DeclaredTable, declaredTables, schemaHash, sha256, sqlHash } from "./declared.ts";
import { type ManifestTable, readManifest } from "./manifest.ts";
import { type Paths, pathsAt } from "./paths.ts";
import { type Pins, provenanceProblems } from "./provenance.ts";
import { releasable } from "./release.ts";

/** What a look at the committed tables of an edition found. */
export interface TablesReport {
  readonly edition: string;
  readonly tables: readonly ManifestTable[];
  /** What makes the tables unusable: missing, damaged or stale. */
  readonly problems: readonly string[];
  /** What a person should know, but does not stop a build. */
  readonly notes: readonly string[];
}

/** What was found of one table: what is wrong with it, and what it says about itself where it can be read. */
interface Verified {
  readonly problems: readonly string[];
  readonly provenance?: Provenance;
}

const stale = "stale: run npm run tables";

interface VerifyOptions {
  /** Whether tables of released editions are left to their seals, since the code may have moved on. */
  readonly released: boolean;
}

/** Compares the committed tables of an edition with their manifest and with the code; needs no raw data. */
export async function verifyTables(
  edition: string,
  paths: Paths = pathsAt(),
  { released }: VerifyOptions = { released: true },
): Promise<TablesReport> {
  const dir = join(paths.tables, edition);
  const manifest = await readManifest(dir);
  if (!manifest) return { edition, tables: [], problems: [`${dir}/tables.json: is missing; ${stale}`], notes: [] };
  const pins = await pinsOf(edition, paths);
  if (released && pins.edition.seal !== undefined) return { edition, tables: manifest.tables, problems: [], notes: [] };
  const declared = await declaredTables(paths.analyses, pins.edition);
  const found = await Promise.all(declared.map((table) => verify(table, manifest.tables, dir, pins)));
  const undeclared = manifest.tables.filter(({ path }) => !declared.some((table) => table.path === path));
  const problems = [
    ...found.flatMap((one) => one.problems),
    ...undeclared.map(({ path }) => `${path}: is committed but not declared; ${stale}`),
    ...(await unreleasable(pins, found, paths)),
  ];
  const registry = registryHash(await readReference(paths.reference));
  const notes =
    registry === manifest.registry_sha256
      ? []
      : [
          "owners, renames, terms of science or families of models were added or removed since the tables were made; run npm run tables",
        ];
  return { edition, tables: manifest.tables, problems, notes };
}

async function verify(
  table: DeclaredTable,
  entries: readonly ManifestTable[],
  dir: string,
  pins: Pins,
): Promise<Verified> {
  const { path, schema } = table;
  const only = (problem: string): Verified => ({ problems: [`${path}: ${problem}`] });
  const entry = entries.find((one) => one.path === path);
  if (!entry) return only(`is declared but not in tables.json; ${stale}`);
  const bytes = await readFile(join(dir, path)).catch(() => null);
  if (!bytes) return only(`is missing; ${stale}`);
  if (sha256(bytes) !== entry.sha256)
    return only("is damaged: sha256 differs from tables.json; restore it or run npm run tables");
  if (entry.schema_sha256 !== schemaHash(schema)) return only(`the declaration has changed; ${stale}`);
  const { metadata: provenance } = decodeEvidence(bytes, schema);
  const changed = entry.sql_sha256 === sqlHash(schema) ? [] : [`${path}: the query has changed; ${stale}`];
  return { problems: [...changed, ...provenanceProblems(table, provenance, pins)], provenance };
}

/** Why an edition that is released could not be. */
async function unreleasable({ edition, records }: Pins, found: readonly Verified[], paths: Paths): Promise<string[]> {
  if (edition.status !== "released") return [];
  const tables = found.flatMap(({ provenance }) => provenance ?? []);
  const snapshots = await readAllSnapshots(Object.keys(edition.sources), paths.snapshots);
  return releasable(edition, { records, tables, snapshots });
}

async function pinsOf(id: string, paths: Paths): Promise<Pins> {
  const [editions, records] = await Promise.all([readEditions(paths.editions), readSources(paths.sources)]);
  const edition = editions.find((one) => one.id === id);
  if (edition === undefined) throw new DataError("editions", [`${paths.editions} holds no ${id}`]);
  return { edition, records };
}
