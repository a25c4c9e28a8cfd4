import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkCorrections } from "./reference/corrections.ts";
import { type Lines, parseLines } from "./reference/csv.ts";
import { checkBreaks, checkEvents } from "./reference/events.ts";
import { checkFamilies } from "./reference/families.ts";
import { checkGates } from "./reference/gates.ts";
import { checkArchitectures, checkAssumptions, checkPrecisions, checkRents, checkSpecs } from "./reference/hardware.ts";
import { checkLicences } from "./reference/licences.ts";
import { checkPublished } from "./reference/published.ts";
import { checkAlternatives, checkOwners, checkRenames } from "./reference/rules.ts";
import { checkLabels, checkTerms } from "./reference/science.ts";
import { raise } from "./schema/errors.ts";
import { families } from "./schema/families.ts";
import { corrections, gates } from "./schema/gates.ts";
import { architectures, assumptions, precisions, rents, specs } from "./schema/hardware.ts";
import { licences } from "./schema/licences.ts";
import { owners } from "./schema/owners.ts";
import { alternatives, breaks, events, published, type Reference, renames } from "./schema/reference.ts";
import { labels, terms } from "./schema/science.ts";
import type { TableSchema } from "./schema/table.ts";

/** The table of each registry; a registry lives in `<table>.csv`. */
export const registries = {
  ...{ owners, alternatives, renames, published, events, breaks },
  ...{ specs, rents, architectures, precisions, assumptions, gates, corrections, terms, labels, licences, families },
} as const satisfies Readonly<Record<keyof Reference, TableSchema>>;

type Tables = { readonly [K in keyof typeof registries]: Lines<(typeof registries)[K]> };

/**
 * Reads and checks every registry of a folder.
 *
 * Throws one `DataError` that lists every problem as `file:line: message`.
 */
export async function readReference(dir: string): Promise<Reference> {
  const problems: string[] = [];
  const tables = await readAll(dir, problems);
  checkAll(tables, problems);
  raise("reference data", problems);
  return Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows])) as unknown as Reference;
}

async function readAll(dir: string, problems: string[]): Promise<Tables> {
  const tables: Record<string, Lines<TableSchema>> = {};
  for (const [name, schema] of Object.entries(registries)) tables[name] = await read(dir, schema, problems);
  return tables as unknown as Tables;
}

function checkAll(tables: Tables, problems: string[]): void {
  checkOwners(tables.owners, problems);
  checkAlternatives(tables.alternatives, tables.owners, problems);
  checkRenames(tables.renames, problems);
  checkPublished(tables.published, problems);
  checkEvents(tables.events, tables.owners, problems);
  checkBreaks(tables.breaks, problems);
  checkSpecs(tables.specs, problems);
  checkRents(tables.rents, tables.specs, problems);
  checkArchitectures(tables.architectures, tables.precisions, problems);
  checkPrecisions(tables.precisions, problems);
  checkAssumptions(tables.assumptions, problems);
  checkGates(tables.gates, problems);
  checkCorrections(tables.corrections, problems);
  checkTerms(tables.terms, problems);
  checkLabels(tables.labels, problems);
  checkLicences(tables.licences, problems);
  checkFamilies(tables.families, tables.owners, problems);
}

async function read(dir: string, schema: TableSchema, problems: string[]): Promise<Lines<TableSchema>> {
  const file = `${schema.name}.csv`;
  try {
    return parseLines(await readFile(join(dir, file), "utf8"), schema, file, problems);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    problems.push(`${file}:1: no such file in ${dir}`);
    return { file, rows: [], lines: [] };
  }
}
