import { raise } from "../schema/errors.ts";
import { identifier, type Loader, literal } from "../schema/loader.ts";
import type { Reference } from "../schema/reference.ts";
import type { Engine } from "./engine.ts";
import { naming } from "./typed.ts";
import { storage } from "./types.ts";

type Correction = Reference["corrections"][number];
type Corrected = Pick<Loader, "source" | "table">;

/** The query of a loader, or of a part of its rows, with its corrections: the wrong value gives way to the right one. */
export function corrected(sql: string, loader: Corrected, all: readonly Correction[]): string {
  const columns = [...Map.groupBy(ownOf(loader, all), ({ column }) => column)];
  if (columns.length === 0) return sql;
  const list = columns.map(([column, rows]) => {
    const cases = rows.map((one) => {
      const type = typeOf(one, loader.table);
      return `WHEN ${applies(one, type)} THEN ${cast(one.value, type)}`;
    });
    return `CASE ${cases.join(" ")} ELSE ${identifier(column)} END AS ${identifier(column)}`;
  });
  return `SELECT * REPLACE (${list.join(", ")}) FROM (${sql})`;
}

/** Throws a `DataError` for each correction whose repository is missing from all rows, or whose wrong value the newest lacks. */
export async function checkExpected(
  engine: Engine,
  sql: string,
  loader: Corrected,
  all: readonly Correction[],
): Promise<void> {
  const problems: string[] = [];
  for (const one of ownOf(loader, all)) problems.push(...(await faults(engine, sql, one, typeOf(one, loader.table))));
  raise("corrections.csv", problems);
}

function ownOf({ source, table }: Corrected, all: readonly Correction[]): Correction[] {
  return all.filter((one) => one.source === source && one.table === table.name);
}

function typeOf({ column }: Correction, { columns }: Loader["table"]): string {
  return storage[columns[column]?.kind ?? "text"];
}

function cast(value: string | null, type: string): string {
  return value === null ? `NULL::${type}` : `CAST(${literal(value)} AS ${type})`;
}

/** SQL for whether a row holds the wrong value: of the repository, up to the last day that the correction is for. */
function applies(one: Correction, type: string): string {
  const until = one.until === null ? "" : ` AND observed_on <= DATE '${one.until}'`;
  return `repo = ${literal(one.repo)} AND ${identifier(one.column)} = ${cast(one.expect, type)}${until}`;
}

async function faults(engine: Engine, sql: string, one: Correction, type: string): Promise<string[]> {
  const until = one.until === null ? "" : ` AND observed_on <= DATE '${one.until}'`;
  const { rows } = await naming("corrections.csv", one.table, () =>
    engine.query(`
      SELECT ${identifier(one.column)}::VARCHAR, ${applies(one, type)}, observed_on::VARCHAR FROM (${sql})
      WHERE repo = ${literal(one.repo)}${until} ORDER BY observed_on DESC LIMIT 1`),
  );
  const what = `${one.source} ${one.table} ${one.repo} ${one.column}`;
  const [newest] = rows;
  if (newest === undefined) return [`${what}: the repository is not there; remove the row, or give until`];
  const [value, wrong, day] = newest;
  return wrong
    ? []
    : [`${what}: is ${value} on ${day}, not ${one.expect}: upstream has mended it; remove the row, or give until`];
}
