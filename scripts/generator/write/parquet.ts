import { rmSync } from "node:fs";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { pick, stream } from "../parts/draw.ts";
import { families, plainTags } from "../parts/words.ts";
import type { Column } from "./schemas.ts";

/** How Parquet files are written. */
export interface Format {
  readonly codec: "zstd" | "snappy";
  readonly rowGroup: number;
  readonly seed: number;
}

const fillerSize = 320_000;

/** A database that turns pieces into Parquet row by row in their order: one thread, 600 MB or as much as a row group needs. */
export async function writer({ seed, rowGroup }: Format, folder: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: `${Math.max(600, Math.ceil(rowGroup / 100))}MB`,
    threads: "1",
    temp_directory: folder,
  });
  const connection = await instance.connect();
  await connection.run("SET preserve_insertion_order = false");
  await connection.run(`SET VARIABLE filler = '${filler(seed)}'`);
  return connection;
}

/** Writes pieces as one Parquet file, row by row in their order and marked as generated, and removes them. */
export async function writeParquet(
  connection: DuckDBConnection,
  pieces: readonly string[],
  columns: readonly Column[],
  to: string,
  { codec, rowGroup, seed }: Format,
): Promise<void> {
  const mark = `KV_METADATA {generated: 'state-of-open-source seed ${seed}'}`;
  await connection.run(
    `COPY (SELECT ${selected(columns)} FROM ${read(pieces, columns)}) TO ${quoted(to)}
     (FORMAT parquet, COMPRESSION ${codec}, ROW_GROUP_SIZE ${rowGroup}, ${mark})`,
  );
  for (const piece of pieces) rmSync(piece);
}

function selected(columns: readonly Column[]): string {
  return columns
    .map(({ name, type, sql }) => `${sql === undefined ? `"${name}"` : `(${sql})::${type}`} AS "${name}"`)
    .join(", ");
}

function read(pieces: readonly string[], columns: readonly Column[]): string {
  const needed = columns.filter(({ name, sql }) => sql === undefined || name === "cardData");
  const types = [...needed.map(({ name, type }) => `${quoted(name)}: ${quoted(type)}`), "'fill': 'BIGINT'"];
  const from = pieces.map(quoted).join(", ");
  return `read_json([${from}], format = 'newline_delimited', columns = {${types.join(", ")}})`;
}

/** Words without meaning, as many as the longest card needs. */
function filler(seed: number): string {
  const unit = stream(seed, "filler");
  const words = [...families, ...plainTags].map((word) => word.toLowerCase());
  let text = "";
  for (let i = 0; text.length < fillerSize; i++) text += `${pick(words, unit(i))} `;
  return text;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
