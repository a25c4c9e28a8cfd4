import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { encodeEvidence } from "#loaders/engine/encode.ts";
import { readReference } from "#loaders/reference.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import { type Built, type BuiltTable, registryHash } from "./build.ts";
import { type DeclaredTable, declaredTables, schemaHash, sha256, sqlHash } from "./declared.ts";
import { type ManifestTable, readManifest } from "./manifest.ts";
import type { Paths } from "./paths.ts";

/**
 * Tables that an edition need not build, because another that speaks of the same day has them: from the same revisions of
 * the same sources, by the same declaration and query, with the same registries. They say of themselves that they are of
 * this edition, and nothing else of them is new. `declared` are those that the edition declares, unless they are given.
 */
export async function sameTables(
  edition: Edition,
  from: Edition,
  paths: Paths,
  declared?: readonly DeclaredTable[],
): Promise<BuiltTable[]> {
  const dir = join(paths.tables, from.id);
  const manifest = await readManifest(dir);
  const registries = registryHash(await readReference(paths.reference));
  if (manifest === null || from.as_of !== edition.as_of || manifest.registry_sha256 !== registries) return [];
  const wanted = declared ?? (await declaredTables(paths.analyses, edition));
  const same = wanted.flatMap((table) => {
    const entry = manifest.tables.find((one) => isSame(one, table));
    return entry !== undefined && samePins(entry, edition, from) ? [{ table, entry }] : [];
  });
  return await Promise.all(same.map(({ table, entry }) => renamed(entry, table, edition, dir)));
}

function isSame({ path, sql_sha256, schema_sha256 }: ManifestTable, { path: own, schema }: DeclaredTable): boolean {
  return path === own && sql_sha256 === sqlHash(schema) && schema_sha256 === schemaHash(schema);
}

function samePins({ sources }: ManifestTable, edition: Edition, from: Edition): boolean {
  return sources.every((id) => edition.sources[id] !== undefined && edition.sources[id] === from.sources[id]);
}

async function renamed(
  entry: ManifestTable,
  { schema }: DeclaredTable,
  { id }: Edition,
  dir: string,
): Promise<BuiltTable> {
  const { rows, metadata } = decodeEvidence(await readFile(join(dir, entry.path)), schema);
  const bytes = encodeEvidence(rows, schema, { ...metadata, edition: id });
  return { bytes, entry: { ...entry, bytes: bytes.length, sha256: sha256(bytes) } };
}

/** What was built, with tables that were not, in the order of their paths. */
export function withTables({ manifest, tables }: Built, more: readonly BuiltTable[]): Built {
  const all = [...tables, ...more].sort((a, b) => (a.entry.path < b.entry.path ? -1 : 1));
  return { manifest: { ...manifest, tables: all.map(({ entry }) => entry) }, tables: all };
}
