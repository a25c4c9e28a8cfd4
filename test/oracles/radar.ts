import { labelOf } from "./hub.ts";
import { tarEntries } from "./tar.ts";

/** One document of the archive, as its JSON has it. */
export interface RawRadar {
  readonly id: string;
  readonly author: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly license: string | null;
  readonly license_family: string;
  readonly library: string | null;
  readonly tags: readonly string[];
  readonly downloads_30d: number;
  readonly likes: number;
  readonly parameters: number | null;
  readonly base_model: string | null;
  readonly formats: readonly string[];
  readonly gated: boolean;
  readonly removed: boolean;
}

/** Every document, in the order of the archive. */
export function rawRadar(archive: string): RawRadar[] {
  const rows: RawRadar[] = [];
  for (const { path, text } of tarEntries(archive))
    if (path.startsWith("data/") && path.endsWith(".json")) rows.push(JSON.parse(text));
  return rows;
}

/** The rest of the first tag that begins so; null when there is none. */
export function tagAfter(row: RawRadar, prefix: string): string | null {
  for (const tag of row.tags) if (tag.startsWith(prefix)) return tag.slice(prefix.length);
  return null;
}

/** The licence by the Hub's rule, in lower case: the tag, else what the document says; null where neither says one, and (malformed) for what is no label. */
export function radarLicence(row: RawRadar): string | null {
  const said = tagAfter(row, "license:") ?? row.license;
  return labelOf(said === null ? null : said.trim().toLowerCase());
}

/** Names owner/name other than its own in `base_model`, in lower case, each once. */
export function radarBases(row: RawRadar): string[] {
  const names: string[] = [];
  for (const part of (row.base_model ?? "").split(", ")) {
    const key = part.trim().toLowerCase();
    const slash = key.indexOf("/");
    const valid = slash > 0 && slash === key.lastIndexOf("/") && slash < key.length - 1;
    if (valid && key !== row.id.toLowerCase() && !names.includes(key)) names.push(key);
  }
  return names;
}

/** Sum of a number of each row. */
export function sumOf(rows: readonly RawRadar[], value: (row: RawRadar) => number): number {
  let sum = 0;
  for (const row of rows) sum += value(row);
  return sum;
}
