import type { Columns } from "../schema/column.ts";
import { DataError, raise } from "../schema/errors.ts";
import { identifier, type Loader, type LocalSource, type RowLoader, type SqlLoader } from "../schema/loader.ts";
import { owners } from "../schema/owners.ts";
import { type Reference, renames } from "../schema/reference.ts";
import type { TableSchema } from "../schema/table.ts";
import type { Engine } from "./engine.ts";
import { problemsOf } from "./problems.ts";
import { checkedInput, createTable } from "./rows.ts";
import { fits, storage } from "./types.ts";

/** A loader together with the files that it reads. */
export interface Load {
  readonly loader: Loader;
  readonly files: LocalSource;
}

/** Reads each source once into a table of its own, checked against the canonical table that its loader names. */
export async function loadSources(engine: Engine, loads: readonly Load[]): Promise<void> {
  for (const load of loads) await loadSource(engine, load);
}

async function loadSource(engine: Engine, { loader, files }: Load): Promise<void> {
  const subject = `loaders/${loader.source}.ts`;
  if ("sql" in loader) await loadQuery(engine, loader, files, subject);
  else await loadRows(engine, loader, files, subject);
}

async function loadQuery(engine: Engine, loader: SqlLoader, files: LocalSource, subject: string): Promise<void> {
  const sql = loader.sql(files);
  await checkTypes(engine, sql, loader.table, subject);
  const rows = `SELECT ${castList(loader.table.columns)} FROM (${sql})`;
  const table = identifier(loaded(loader));
  await naming(subject, loader.table.name, () => engine.run(`CREATE TABLE ${table} AS ${rows}`));
  await checkRows(engine, table, loader.table, subject);
}

async function loadRows(engine: Engine, loader: RowLoader, files: LocalSource, subject: string): Promise<void> {
  const rows = checkedInput(await readRows(loader, files, subject), loader.table, subject);
  await naming(subject, loader.table.name, () => createTable(engine, loader.table, rows, loaded(loader)));
}

async function readRows(loader: RowLoader, files: LocalSource, subject: string): ReturnType<RowLoader["rows"]> {
  try {
    return await loader.rows(files);
  } catch (error) {
    throw new DataError(subject, problemsOf(error));
  }
}

/** Makes canonical tables views over the named sources alone: a query cannot read what it does not declare. */
export async function selectSources(engine: Engine, loads: readonly Load[], ids: readonly string[]): Promise<void> {
  for (const table of new Set(loads.map(({ loader }) => loader.table))) {
    const parts = loads.filter(({ loader }) => loader.table === table && ids.includes(loader.source));
    const union = parts.map(({ loader }) => `SELECT * FROM ${identifier(loaded(loader))}`).join(" UNION ALL ");
    await engine.run(`CREATE OR REPLACE VIEW ${identifier(table.name)} AS ${union || empty(table)}`);
  }
}

function empty({ columns }: TableSchema): string {
  const nulls = Object.entries(columns).map(([name, { kind }]) => `NULL::${storage[kind]} AS ${identifier(name)}`);
  return `SELECT ${nulls} WHERE false`;
}

/** Registers the registries that evidence queries may join: `owners` and `renames`. */
export async function loadReference(engine: Engine, reference: Pick<Reference, "owners" | "renames">): Promise<void> {
  await createTable(engine, owners, reference.owners);
  await createTable(engine, renames, reference.renames);
}

function loaded({ source }: Loader): string {
  return `source:${source}`;
}

/** Select list that casts declared columns to their storage, in declared order. */
export function castList(columns: Columns): string {
  return Object.entries(columns)
    .map(([name, { kind }]) => `${identifier(name)}::${storage[kind]} AS ${identifier(name)}`)
    .join(", ");
}

/** Throws if a query does not produce exactly the declared columns, in types that fit. */
export async function checkTypes(engine: Engine, sql: string, schema: TableSchema, subject: string): Promise<void> {
  const { types } = await naming(subject, schema.name, () => engine.query(`FROM (${sql}) LIMIT 0`));
  const undeclared = [...types.keys()].filter((name) => !(name in schema.columns));
  raise(subject, [
    ...undeclared.map((name) => `${schema.name}.${name}: is produced but not declared`),
    ...Object.entries(schema.columns).flatMap(([name, { kind }]) => {
      const type = types.get(name);
      if (type === undefined) return [`${schema.name}.${name}: is declared but not produced`];
      return fits(type, kind) ? [] : [`${schema.name}.${name}: is ${type}, which cannot be ${kind}`];
    }),
  ]);
}

/** Runs work; errors of the engine come out as `DataError`, naming subject and table. */
export async function naming<T>(subject: string, table: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new DataError(subject, [`${table}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

async function checkRows(engine: Engine, table: string, schema: TableSchema, subject: string): Promise<void> {
  const required = Object.entries(schema.columns).filter(([, { nullable }]) => !nullable);
  const { rows } = await engine.query(
    `SELECT ${required.map(([name]) => `count(*) - count(${identifier(name)})`)} FROM ${table}`,
  );
  const nulls = required.flatMap(([name], i) =>
    rows[0]?.[i] ? [`${schema.name}.${name}: is null in ${rows[0][i]} rows`] : [],
  );
  const key = schema.key.map(identifier).join(", ");
  const { rows: repeats } = await engine.query(
    `SELECT concat_ws(' ', ${key}), count(*) FROM ${table} GROUP BY ${key} HAVING count(*) > 1 ORDER BY 1 LIMIT 5`,
  );
  raise(subject, [...nulls, ...repeats.map(([id, n]) => `${schema.name}: ${n} rows share the key ${id}`)]);
}
