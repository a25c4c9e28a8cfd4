import { rename, rm } from "node:fs/promises";
import { openEngine } from "#loaders/engine/engine.ts";
import { identifier, literal } from "#loaders/schema/loader.ts";
import { ownPart } from "../part.ts";

/** Rows in newline-delimited JSON, and the DuckDB types of their columns. */
export interface Source {
  readonly paths: readonly string[];
  readonly types: Readonly<Record<string, string>>;
}

/** How rows become a file. */
export interface Parquet {
  /** Rows that come first: the file has theirs in their order. */
  readonly rows: Source;
  /** Kinds of owners by name in lower case, as `owner` and `owner_type`; joined where they are given. */
  readonly owners?: Source;
  /** Whether the rows were made up: the file then says so. */
  readonly generated: boolean;
}

/** Writes a Parquet file, whole or not at all. */
export async function writeParquet(path: string, { rows, owners, generated }: Parquet): Promise<void> {
  const part = ownPart(path);
  const engine = await openEngine({ threads: 1 });
  const columns = Object.keys(rows.types).map((name) => `r.${identifier(name)}`);
  const joined = owners ? ` LEFT JOIN ${read(owners)} o ON o.owner = lower(split_part(r.id, '/', 1))` : "";
  const mark = generated ? ", KV_METADATA {generated: 'listed by a server on this machine, or made up'}" : "";
  try {
    await engine.run(
      `COPY (SELECT ${[...columns, ...(owners ? ["o.owner_type"] : [])].join(", ")} FROM ${read(rows)} r${joined}
         ORDER BY r.downloads DESC, r._id) TO ${literal(part)} (FORMAT parquet, COMPRESSION zstd${mark})`,
    );
    await rename(part, path);
  } finally {
    engine.close();
    await rm(part, { force: true });
  }
}

function read({ paths, types }: Source): string {
  const columns = Object.entries(types).map(([name, type]) => `${literal(name)}: ${literal(type)}`);
  const from = paths.map(literal).join(", ");
  const size = "maximum_object_size = 268435456";
  return `read_json([${from}], format = 'newline_delimited', ${size}, columns = {${columns.join(", ")}})`;
}
