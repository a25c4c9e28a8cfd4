import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Edition, edition } from "./schema/edition.ts";
import { raise } from "./schema/errors.ts";

/** Every edition of a folder, newest first; throws one `DataError` for all that do not parse. */
export async function readEditions(dir: string): Promise<Edition[]> {
  const files = (await readdir(dir)).filter((file) => file.endsWith(".json")).sort();
  const problems: string[] = [];
  const editions = await Promise.all(files.map((file) => readEdition(dir, file, problems)));
  raise("editions", problems);
  return editions.filter((found) => found !== null).sort(newestFirst);
}

async function readEdition(dir: string, file: string, problems: string[]): Promise<Edition | null> {
  const json: unknown = JSON.parse(await readFile(join(dir, file), "utf8"));
  const { data, error } = edition.safeParse(json);
  for (const { path, message } of error?.issues ?? []) problems.push(`${file}: ${path.join(".")} ${message}`);
  if (data && data.id !== basename(file, ".json")) problems.push(`${file}: id is "${data.id}"`);
  return data ?? null;
}

/** By the day that they speak of; of two of one day a draft is newer than what is released. */
function newestFirst(a: Edition, b: Edition): number {
  const drafts = Number(b.status === "draft") - Number(a.status === "draft");
  return b.as_of.localeCompare(a.as_of, "en") || drafts || (a.id < b.id ? 1 : -1);
}
