import { DataError } from "../schema/errors.ts";
import { families } from "../schema/families.ts";
import { identifier, type Loader, type LocalSource, type RowLoader, type SqlLoader } from "../schema/loader.ts";
import { owners } from "../schema/owners.ts";
import { type Reference, renames } from "../schema/reference.ts";
import { terms } from "../schema/science.ts";
import { checkExpected, corrected } from "./corrections.ts";
import type { Engine } from "./engine.ts";
import { problemsOf } from "./problems.ts";
import { checkedInput, createTable } from "./rows.ts";
import { castList, checkRows, checkTypes, empty, naming } from "./typed.ts";
import { createViews, loadedName } from "./views.ts";

/** A loader together with the files that it reads. */
export interface Load {
  readonly loader: Loader;
  readonly files: LocalSource;
}

/**
 * Reads each source into tables of its own, checked against the canonical tables that its loaders name; tables over
 * Parquet are views. Corrections are applied. A load that derives must come after those that it derives from.
 */
export async function loadSources(
  engine: Engine,
  loads: readonly Load[],
  corrections: Reference["corrections"] = [],
): Promise<void> {
  for (const load of loads) await loadSource(engine, load, corrections);
}

async function loadSource(
  engine: Engine,
  { loader, files }: Load,
  corrections: Reference["corrections"],
): Promise<void> {
  const subject = `loaders/${loader.source}.ts`;
  if ("rows" in loader) return loadRows(engine, loader, files, subject);
  if ("sql" in loader) return loadQuery(engine, loader, files, corrections);
  await createViews(engine, loader, files, corrections);
  if (files.snapshots.length === 0) await checkRows(engine, loadedName(loader), loader.table, subject);
}

async function loadQuery(
  engine: Engine,
  loader: SqlLoader,
  files: LocalSource,
  corrections: Reference["corrections"],
): Promise<void> {
  const { source, table } = loader;
  const [subject, sql] = [`loaders/${source}.ts`, loader.sql(files)];
  await checkExpected(engine, sql, loader, corrections);
  const right = corrected(sql, loader, corrections);
  const produced = await checkTypes(engine, right, table, subject, "fill");
  const rows = `SELECT ${castList(table.columns, produced)} FROM (${right})`;
  await naming(subject, table.name, () => engine.run(`CREATE TABLE ${loadedName(loader)} AS ${rows}`));
  await checkRows(engine, loadedName(loader), table, subject);
}

async function loadRows(engine: Engine, loader: RowLoader, files: LocalSource, subject: string): Promise<void> {
  const rows = checkedInput(await readRows(loader, files, subject), loader.table, subject);
  const name = `${loader.source}/${loader.table.name}`;
  await naming(subject, loader.table.name, () => createTable(engine, loader.table, rows, name));
}

async function readRows(loader: RowLoader, files: LocalSource, subject: string): ReturnType<RowLoader["rows"]> {
  try {
    return await loader.rows(files);
  } catch (error) {
    throw new DataError(subject, problemsOf(error));
  }
}

const selected = new WeakMap<Engine, string>();

/**
 * Makes canonical tables views over the named sources alone, up to a day where one is given: a query cannot read what it
 * does not declare, nor what was not yet there.
 */
export async function selectSources(
  engine: Engine,
  loads: readonly Load[],
  ids: readonly string[],
  asOf: string | null = null,
): Promise<void> {
  const wanted = JSON.stringify([asOf, ...[...ids].sort()]);
  if (selected.get(engine) === wanted) return;
  for (const table of new Set(loads.map(({ loader }) => loader.table))) {
    const parts = loads.filter(({ loader }) => loader.table === table && ids.includes(loader.source));
    const seen = asOf !== null && "observed_on" in table.columns ? ` WHERE observed_on <= DATE '${asOf}'` : "";
    const union = parts.map(({ loader }) => `SELECT * FROM ${loadedName(loader)}${seen}`).join(" UNION ALL ");
    await engine.run(`CREATE OR REPLACE VIEW ${identifier(table.name)} AS ${union || empty(table)}`);
  }
  selected.set(engine, wanted);
}

/** Registries that evidence queries may join: `owners`, `renames` and, where they are given, `"science-terms"` and `"model-families"`. */
type Joinable = Pick<Reference, "owners" | "renames"> & Partial<Pick<Reference, "terms" | "families">>;

/** Registers the registries that evidence queries may join. */
export async function loadReference(engine: Engine, reference: Joinable): Promise<void> {
  await createTable(engine, owners, reference.owners);
  await createTable(engine, renames, reference.renames);
  await createTable(engine, terms, reference.terms ?? []);
  await createTable(engine, families, reference.families ?? []);
}
