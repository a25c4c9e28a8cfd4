import { basename } from "node:path";
import { type Engine, openEngine } from "#loaders/engine/engine.ts";
import { describeParquet } from "#loaders/engine/scan.ts";
import { DataError } from "#loaders/schema/errors.ts";
import { identifier, literal } from "#loaders/schema/loader.ts";
import type { SnapshotTable } from "#loaders/schema/snapshot.ts";

/** What the files of a snapshot say of themselves. */
export interface Observed {
  /** Day of the newest creation or change among the models. */
  readonly observed_on: string;
  /** Whether a file says that its rows were made up. */
  readonly generated: boolean;
}

/**
 * Reads the day of the rows and the mark of the generator. Throws a `DataError` for files that cannot be read so: they
 * are what the Hub has, byte for byte, and fetching them again would mend nothing.
 */
export async function observe(
  files: readonly { readonly table: SnapshotTable; readonly local: string }[],
): Promise<Observed> {
  const engine = await openEngine({ threads: 1 });
  try {
    const columns = await Promise.all(
      files.map(({ local }) => whole(local, describeParquet(engine, local, basename(local)))),
    );
    const models = files.findIndex(({ table }) => table === "models");
    const path = files[models]?.local ?? "";
    const observed_on = await whole(path, newestDay(engine, path, columns[models]?.types ?? new Map()));
    return { observed_on, generated: columns.some(({ metadata }) => metadata.has("generated")) };
  } finally {
    engine.close();
  }
}

/** What is read from a file; a file that cannot be read is broken upstream. */
async function whole<T>(path: string, reading: Promise<T>): Promise<T> {
  return await reading.catch((error: Error) => {
    const [found = ""] = (error instanceof DataError ? (error.problems[0] ?? "") : error.message).split("\n");
    if (/^Out of Memory/i.test(found)) throw error;
    const told = found.replaceAll(path, basename(path)).replace("; fetch it again", "");
    throw new DataError(path, [`${basename(path)}: upstream's file is broken: ${told}; pull another day`]);
  });
}

async function newestDay(engine: Engine, path: string, types: ReadonlyMap<string, string>): Promise<string> {
  const times = ["createdAt", "lastModified"].filter((name) => types.has(name)).map((name) => timeOf(name, types));
  const newest = times.length === 0 ? "NULL" : `max(greatest(${times.join(", ")}))`;
  const { rows } = await engine.query(
    `SELECT CAST(CAST(${newest} AS DATE) AS VARCHAR) FROM read_parquet(${literal(path)})`,
  );
  const day = rows[0]?.[0];
  if (typeof day !== "string") throw new DataError(path, ["no row has a day of creation or change"]);
  return day;
}

/** SQL for a timestamp in UTC; text that is none is null. */
function timeOf(name: string, types: ReadonlyMap<string, string>): string {
  const column = identifier(name);
  return types.get(name) === "VARCHAR"
    ? `CAST(TRY_CAST(${column} AS TIMESTAMPTZ) AS TIMESTAMP)`
    : `CAST(${column} AS TIMESTAMP)`;
}
