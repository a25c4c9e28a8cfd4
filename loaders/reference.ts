import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Lines, parseLines } from "./reference/csv.ts";
import { checkAlternatives, checkOwners, checkPublished, checkRenames } from "./reference/rules.ts";
import { raise } from "./schema/errors.ts";
import { owners } from "./schema/owners.ts";
import { alternatives, published, type Reference, renames } from "./schema/reference.ts";
import type { TableSchema } from "./schema/table.ts";

/**
 * Reads and checks the registries `{owners,owner-alternatives,renames,published-figures}.csv` in a folder.
 *
 * Throws one `DataError` that lists every problem as `file:line: message`.
 */
export async function readReference(dir: string): Promise<Reference> {
  const problems: string[] = [];
  const tables = {
    owners: await read(dir, owners, problems),
    alternatives: await read(dir, alternatives, problems),
    renames: await read(dir, renames, problems),
    published: await read(dir, published, problems),
  };
  checkOwners(tables.owners, problems);
  checkAlternatives(tables.alternatives, tables.owners, problems);
  checkRenames(tables.renames, problems);
  checkPublished(tables.published, problems);
  raise("reference data", problems);
  return {
    owners: tables.owners.rows,
    alternatives: tables.alternatives.rows,
    renames: tables.renames.rows,
    published: tables.published.rows,
  };
}

async function read<S extends TableSchema>(dir: string, schema: S, problems: string[]): Promise<Lines<S>> {
  const file = `${schema.name}.csv`;
  try {
    return parseLines(await readFile(join(dir, file), "utf8"), schema, file, problems);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    problems.push(`${file}:1: no such file in ${dir}`);
    return { file, rows: [], lines: [] };
  }
}
