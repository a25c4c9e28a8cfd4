import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** One file or symbolic link of a tar. */
export interface Entry {
  /** Place below the top folder. */
  readonly path: string;
  readonly text: string;
  /** What a link points to; empty for a file. */
  readonly target: string;
}

/** Files and links of a tar.gz, read block by block. */
export function tarEntries(file: string): Entry[] {
  const bytes = gunzipSync(readFileSync(file));
  const entries: Entry[] = [];
  let extended = "";
  for (let at = 0; at < bytes.length && bytes[at] !== 0; ) {
    const header = bytes.subarray(at, at + 512);
    const size = Number.parseInt(field(header, 124, 12), 8);
    const text = bytes.toString("utf8", at + 512, at + 512 + size);
    const type = field(header, 156, 1);
    at += 512 + 512 * Math.ceil(size / 512);
    if (type === "x") extended = text;
    if (type !== "0" && type !== "2") continue;
    const parts = [field(header, 345, 155), field(header, 0, 100)].filter((part) => part !== "");
    const path = pax(extended, "path") ?? parts.join("/");
    const target = type === "2" ? (pax(extended, "linkpath") ?? field(header, 157, 100)) : "";
    entries.push({ path: path.slice(path.indexOf("/") + 1), text, target });
    extended = "";
  }
  return entries;
}

function field(header: Buffer, from: number, length: number): string {
  const end = header.indexOf(0, from);
  return header.toString("utf8", from, end >= from && end < from + length ? end : from + length);
}

function pax(records: string, key: string): string | undefined {
  return new RegExp(`^\\d+ ${key}=(.*)$`, "m").exec(records)?.[1];
}
