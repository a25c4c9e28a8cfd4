import { copyFile, link, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { ownPart } from "../part.ts";

/** Writes a file whole or not at all. */
export async function putText(path: string, text: string): Promise<void> {
  await placed(path, (part) => writeFile(part, text));
}

/** Puts a file in a second place, as a link where the disk allows it and as a copy elsewhere; whole or not at all. */
export async function putFile(from: string, to: string): Promise<void> {
  await placed(to, (part) => link(from, part).catch(() => copyFile(from, part)));
}

async function placed(path: string, write: (part: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const part = ownPart(path);
  try {
    await write(part);
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}

const width = 120;

/** JSON as the project's formatter writes it: lists of text on one line where they fit. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  const lists = /^( *(?:"[^"]*": )?)\[\n((?: +"(?:[^"\\]|\\.)*",?\n)+) *\](,?)$/gm;
  const joined = text.replace(lists, (whole, start: string, items: string, end: string) => {
    const line = `${start}[${items.trim().replace(/,\n */g, ", ")}]${end}`;
    return line.length <= width ? line : whole;
  });
  return `${joined}\n`;
}
