import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import type { Built, BuiltTable } from "./build.ts";
import type { DeclaredTable } from "./declared.ts";
import { sha256 } from "./declared.ts";
import { readManifest } from "./manifest.ts";

/** How committed tables differ from rebuilt ones, one line each; empty when they are the same bytes. */
export async function compareTables(built: Built, declared: readonly DeclaredTable[], dir: string): Promise<string[]> {
  const committed = await readManifest(dir);
  if (!committed) return [`tables.json: is not committed in ${dir}`];
  const rebuilt = built.tables.map(({ entry }) => entry.path);
  const gone = committed.tables.filter(({ path }) => !rebuilt.includes(path));
  const differing = await Promise.all(built.tables.map((table) => compare(table, declared, dir)));
  const problems = [...differing.flat(), ...gone.map(({ path }) => `${path}: is committed but not declared`)];
  const same = JSON.stringify(committed) === JSON.stringify(built.manifest);
  return problems.length > 0 || same ? problems : ["tables.json: does not describe the tables that were rebuilt"];
}

async function compare(
  { entry, bytes }: BuiltTable,
  declared: readonly DeclaredTable[],
  dir: string,
): Promise<string[]> {
  const committed = await readFile(join(dir, entry.path)).catch(() => null);
  if (!committed) return [`${entry.path}: is declared but not committed`];
  if (sha256(committed) === sha256(bytes)) return [];
  const schema = declared.find(({ path }) => path === entry.path)?.schema;
  return [`${entry.path}: ${schema ? difference(committed, bytes, schema) : "has other bytes"}`];
}

function difference(committed: Uint8Array, rebuilt: Uint8Array, schema: DeclaredTable["schema"]): string {
  try {
    return rowsDiffer(decodeEvidence(committed, schema).rows, decodeEvidence(rebuilt, schema).rows);
  } catch (error) {
    return `cannot be decoded as committed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function rowsDiffer(committed: readonly unknown[], rebuilt: readonly unknown[]): string {
  const length = Math.max(committed.length, rebuilt.length);
  const rows = Array.from({ length }, (_, i) => [JSON.stringify(committed[i]), JSON.stringify(rebuilt[i])] as const);
  const first = rows.findIndex(([a, b]) => a !== b);
  if (first < 0) return `has the same ${length} rows but other metadata or encoding`;
  const [was, is] = rows[first] ?? [];
  const counts =
    committed.length === rebuilt.length
      ? `${length} rows`
      : `${committed.length} rows committed, ${rebuilt.length} rebuilt`;
  return `${counts}; first difference in row ${first + 1}: committed ${was ?? "nothing"}, rebuilt ${is ?? "nothing"}`;
}
