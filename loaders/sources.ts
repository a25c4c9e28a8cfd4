import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { raise } from "./schema/errors.ts";
import { type SourceRecord, sourceRecord } from "./schema/source.ts";

/** One thing that is wrong with a source record. */
export interface RecordFault {
  /** Name of the record's file. */
  readonly file: string;
  /** Place in the JSON, such as `$.files[0].url`; `$` for the whole. */
  readonly at: string;
  readonly message: string;
}

/** A record, or what is wrong with it. */
export type ParsedSource = { readonly record: SourceRecord } | { readonly faults: readonly RecordFault[] };

/** Reads and checks every `<id>.json` of a folder, sorted by id; throws one `DataError` with all problems. */
export async function readSources(dir: string): Promise<SourceRecord[]> {
  const parsed = await parseSources(dir);
  const faults = parsed.flatMap((one) => ("faults" in one ? one.faults : []));
  raise(
    "source records",
    faults.map(({ file, at, message }) => `${file}: ${at} ${message}`),
  );
  return parsed.flatMap((one) => ("record" in one ? [one.record] : []));
}

/** Reads every `<id>.json` of a folder, sorted by id; a leading `_` hides a file. */
export async function parseSources(dir: string): Promise<ParsedSource[]> {
  const files = (await readdir(dir)).filter((file) => file.endsWith(".json") && !file.startsWith("_")).sort();
  return Promise.all(files.map(async (file) => parseSource(await readFile(join(dir, file), "utf8"), file)));
}

/** Parses one record; its id must be the name of its file. */
export function parseSource(text: string, file: string): ParsedSource {
  const json = parseJson(text);
  if ("error" in json) return { faults: [{ file, at: "$", message: `is not JSON: ${json.error}` }] };
  const { data, error } = sourceRecord.safeParse(json.value);
  if (error) return { faults: error.issues.map(({ path, message }) => ({ file, at: jsonPath(path), message })) };
  if (data.id === basename(file, ".json")) return { record: data };
  return { faults: [{ file, at: "$.id", message: `is "${data.id}" but the file is ${file}` }] };
}

function jsonPath(path: readonly PropertyKey[]): string {
  return `$${path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("")}`;
}

function parseJson(text: string): { value: unknown } | { error: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
