import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { type Edition, edition } from "#loaders/schema/edition.ts";

export type { Edition };

const folder = "data/editions";

/** All editions, newest first. Paths are relative to the project's root, the working directory. */
export function readEditions(): Edition[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort();
  return files.map(readEdition).sort((a, b) => (a.as_of < b.as_of ? 1 : -1));
}

function readEdition(file: string): Edition {
  const parsed = edition.safeParse(JSON.parse(readFileSync(`${folder}/${file}`, "utf8")));
  if (!parsed.success) throw new Error(`${folder}/${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The year that an edition's id begins with. */
export function yearOf({ id }: Edition): string {
  return id.slice(0, 4);
}
