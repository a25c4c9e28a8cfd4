import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Edition } from "#loaders/schema/edition.ts";
import { raise } from "#loaders/schema/errors.ts";
import { type EvidenceSchema, standingOn, stands } from "#loaders/schema/evidence.ts";

/** An evidence table that an analysis declares. */
export interface DeclaredTable {
  readonly analysis: string;
  readonly schema: EvidenceSchema;
  /** Place below the folder of the edition: `<analysis>/<name>.arrow`. */
  readonly path: string;
}

/**
 * Every evidence table that `<dir>/<analysis>/tables.ts` exports, of the analyses that have prose in the edition, on the
 * best evidence that it pins, sorted by path; a leading `_` hides a folder.
 */
export async function declaredTables(
  dir: string,
  { id, sources }: Pick<Edition, "id" | "sources">,
): Promise<DeclaredTable[]> {
  const folders = (await readdir(dir, { withFileTypes: true })).filter(
    (it) => it.isDirectory() && !/^[_.]/.test(it.name),
  );
  const told = folders
    .map(({ name }) => name)
    .filter((name) => [`${id}.mdx`, "tables.ts"].every((file) => existsSync(join(dir, name, file))));
  const tables = (await Promise.all(told.map((analysis) => tablesOf(dir, analysis)))).flat();
  const paths = tables.map(({ path }) => path);
  raise("evidence tables", [
    ...paths.filter((path, index) => paths.indexOf(path) < index).map((path) => `${path}: is declared twice`),
    ...paths
      .filter((path) => !/^[a-z0-9-]+\/[a-z0-9-]+\.arrow$/.test(path))
      .map((path) => `${path}: names are lower-case words joined by -`),
  ]);
  const pinned = Object.keys(sources);
  return tables
    .filter(({ schema }) => stands(schema, pinned))
    .map((table) => ({ ...table, schema: standingOn(table.schema, pinned) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function tablesOf(dir: string, analysis: string): Promise<DeclaredTable[]> {
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(join(dir, analysis, "tables.ts")).href);
  const schemas = Object.values(module as Record<string, unknown>).filter(isEvidence);
  return schemas.map((schema) => ({ analysis, schema, path: `${analysis}/${schema.name}.arrow` }));
}

function isEvidence(value: unknown): value is EvidenceSchema {
  return (
    typeof value === "object" &&
    value !== null &&
    ["name", "key", "columns", "sources", "sql"].every((key) => key in value)
  );
}

/** Hash of a table's query, without regard to indentation and blank lines. */
export function sqlHash({ sql }: EvidenceSchema): string {
  const lines = sql.split("\n").map((line) => line.trim());
  return sha256(lines.filter((line) => line !== "").join("\n"));
}

/** Hash of the rest of a table's declaration: name, key, columns and their docs, sources, population. */
export function schemaHash({ sql: _, wider: __, optional: ___, ...rest }: EvidenceSchema): string {
  return sha256(JSON.stringify(rest));
}

/** Hexadecimal sha256 of text or bytes. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
