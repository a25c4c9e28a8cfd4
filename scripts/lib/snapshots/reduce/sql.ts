import { present, rawColumns } from "#loaders/hub/columns.ts";
import { identifier, literal } from "#loaders/schema/loader.ts";
import { type SnapshotTable, snapshotTables } from "#loaders/schema/snapshot.ts";
import { sha256 } from "../../declared.ts";
import { firstOfDay, slimGguf, slimParents, slimTensors, withSlimCards } from "./slim.ts";

/** Types of the columns of a file, by name. */
export type Types = ReadonlyMap<string, string>;

/** How a reduced file is written; one group of rows is what readers take at a time. */
export const form = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 7, ROW_GROUP_SIZE 122880";

const shorter: Readonly<Record<string, (type: string) => string>> = {
  createdAt: (type) => firstOfDay(identifier("createdAt"), type),
  lastModified: (type) => firstOfDay(identifier("lastModified"), type),
  safetensors: () => slimTensors,
  gguf: slimGguf,
  baseModels: () => slimParents,
};

/**
 * Query for what loaders read of a raw file: its columns that are read, in one order, with texts and structs cut to what
 * is read of them; rows in the file's own order.
 */
export function reducedRows(table: SnapshotTable, path: string, types: Types): string {
  const columns = present(table, types).columns;
  const list = columns.map((name) => {
    const cut = shorter[name]?.(types.get(name) ?? "");
    return cut === undefined ? identifier(name) : `${cut} AS ${identifier(name)}`;
  });
  const rows = `SELECT ${list.join(", ")} FROM read_parquet(${literal(path)})`;
  const card = types.get("cardData");
  return card === undefined ? rows : withSlimCards(rows, card);
}

/** Names what reduces: a hash of the queries over every column that can be there, and of the form of the file. */
export const reducer: string = sha256(
  JSON.stringify([form, ...snapshotTables.map((table) => reducedRows(table, "", allOf(table)))]),
).slice(0, 16);

function allOf(table: SnapshotTable): Types {
  return new Map(Object.keys(rawColumns[table]).map((name) => [name, "VARCHAR"]));
}
