import {
  type DerivedLoader,
  type FileColumns,
  identifier,
  type Loader,
  type LocalSource,
  type Part,
  type ScanLoader,
} from "../schema/loader.ts";
import type { Reference } from "../schema/reference.ts";
import { checkExpected, corrected } from "./corrections.ts";
import type { Engine } from "./engine.ts";
import { describeParquet } from "./scan.ts";
import { castList, checkTypes, empty, naming } from "./typed.ts";

/** Name under which a source's rows of a canonical table stand, of all days or of one. */
export function loadedName({ source, table }: Pick<Loader, "source" | "table">, day?: string): string {
  return identifier(day === undefined ? `${source}/${table.name}` : `${source}/${table.name}/${day}`);
}

/** Makes a view of each day's rows, corrected and cast to the declared columns, and one of all days. */
export async function createViews(
  engine: Engine,
  loader: ScanLoader | DerivedLoader,
  files: LocalSource,
  corrections: Reference["corrections"],
): Promise<void> {
  const { source, table } = loader;
  const subject = `loaders/${source}.ts`;
  const parts = await partsOf(engine, loader, files);
  await checkExpected(engine, union(parts.map(({ sql }) => sql)), loader, corrections);
  for (const { day, sql } of parts) {
    const right = corrected(sql, loader, corrections);
    const produced = await checkTypes(engine, right, table, subject, "fill");
    const rows = `SELECT ${castList(table.columns, produced)} FROM (${right})`;
    await naming(subject, table.name, () => engine.run(`CREATE VIEW ${loadedName(loader, day)} AS ${rows}`));
  }
  const all = union(parts.map(({ day }) => `SELECT * FROM ${loadedName(loader, day)}`)) || empty(table);
  await engine.run(`CREATE VIEW ${loadedName(loader)} AS ${all}`);
}

async function partsOf(
  engine: Engine,
  loader: ScanLoader | DerivedLoader,
  files: LocalSource,
): Promise<readonly Part[]> {
  if ("derive" in loader) {
    const name = (table: Loader["table"], day: string) => loadedName({ source: loader.source, table }, day);
    return loader.derive(name, files);
  }
  const columns = new Map<string, FileColumns>();
  for (const path of loader.inputs(files)) columns.set(path, await describeParquet(engine, path, nameOf(path, files)));
  return loader.scan(files, columns);
}

/** The path of a file inside its source. */
function nameOf(local: string, { record, ...files }: LocalSource): string {
  const path = record.files.find((file) => files.local(file.path) === local)?.path;
  return `source ${record.id}: ${path ?? local}`;
}

function union(queries: readonly string[]): string {
  return queries.join("\nUNION ALL\n");
}
