import { createHash } from "node:crypto";
import { withEngine } from "../../fixtures/query.ts";
import type { RepositoryKind, Row } from "./content.ts";

/** Cells that the API has in another form. */
interface Cells extends Row {
  readonly id: string;
  readonly gated?: string | null;
  readonly siblings?: readonly string[] | null;
  readonly safetensors?: { readonly parameters: Row | null; readonly total: number | null } | null;
}

const times = ["createdAt", "lastModified"];
const texts = ["cardData", "gguf"];

/** Rows read at once: a third of a row group of the generator, so that few texts stand in memory. */
const batch = 20_480;

/** Rows of a generated `models.parquet` or `datasets.parquet` as the listing API gives them, in the file's order. */
export async function parquetRows(path: string, kind: RepositoryKind): Promise<Row[]> {
  return withEngine(async (engine) => {
    const from = `read_parquet('${path.replaceAll("'", "''")}', file_row_number = true)`;
    const { rows: columns } = await engine.query(`SELECT column_name FROM (DESCRIBE SELECT * FROM ${from})`);
    const names = columns.map(([name]) => String(name)).filter((name) => name !== "file_row_number");
    const row = `json_object(${names.map((name) => `'${name}', ${valueOf(name)}`).join(", ")})::VARCHAR`;
    const all: Row[] = [];
    for (let start = 0, read = batch; read === batch; start += batch) {
      const within = `file_row_number >= ${start} AND file_row_number < ${start + batch}`;
      const { rows } = await engine.query(`SELECT ${row} FROM ${from} WHERE ${within}`);
      for (const [text] of rows) all.push(asListed(JSON.parse(String(text)) as Row, kind));
      read = rows.length;
    }
    return all;
  });
}

function valueOf(name: string): string {
  if (times.includes(name)) return `strftime("${name}", '%Y-%m-%dT%H:%M:%S.%gZ')`;
  if (texts.includes(name)) return `TRY_CAST("${name}" AS JSON)`;
  return `"${name}"`;
}

function asListed(row: Row, kind: RepositoryKind): Row {
  const { id, siblings, safetensors, gated } = row as Cells;
  const own = kind === "model" ? { "model-index": null, spaces: [], inferenceProviderMapping: [], modelId: id } : {};
  return there({
    _id: digest(`${kind} ${id}`, 24),
    sha: digest(`sha ${kind} ${id}`, 40),
    ...{ private: false, disabled: false, ...own },
    ...there(row),
    gated: gatedOf(gated),
    siblings: siblings?.map((rfilename) => ({ rfilename })),
    safetensors: tensors(safetensors),
  });
}

/** Only what is known: the API leaves out what the Parquet has as null. */
function there(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined));
}

/** What the API says for a word of the Parquet, in any case; false where it has no such column, null for other words. */
function gatedOf(word: string | null | undefined): false | string | null {
  const said = word?.toLowerCase();
  if (word === undefined || said === "false") return false;
  return said === "auto" || said === "manual" ? said : null;
}

function tensors(cell: Cells["safetensors"]): Row | undefined {
  return cell ? there({ parameters: there(cell.parameters ?? {}), total: cell.total }) : undefined;
}

function digest(text: string, length: number): string {
  return createHash("sha1").update(text).digest("hex").slice(0, length);
}
