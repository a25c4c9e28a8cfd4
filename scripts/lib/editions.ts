import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Edition, edition } from "#loaders/schema/edition.ts";
import { DataError, raise } from "#loaders/schema/errors.ts";
import { choose } from "./cli.ts";

/** Every edition of a folder, oldest first; throws one `DataError` for all that do not parse. */
export async function readEditions(dir: string): Promise<Edition[]> {
  const files = (await readdir(dir)).filter((file) => file.endsWith(".json")).sort();
  const problems: string[] = [];
  const editions = await Promise.all(files.map((file) => readEdition(dir, file, problems)));
  raise("editions", problems);
  return editions.filter((found) => found !== null).sort(byDate);
}

/** The edition with an id, or the newest one; throws a `UsageError` for an unknown id. */
export async function chooseEdition(dir: string, id?: string): Promise<Edition> {
  const editions = await readEditions(dir);
  const [wanted] =
    id === undefined
      ? [editions.at(-1)?.id]
      : choose(
          [id],
          editions.map((one) => one.id),
          "edition",
        );
  const found = editions.find((one) => one.id === wanted);
  if (!found) throw new DataError("editions", [`${dir} holds none`]);
  return found;
}

async function readEdition(dir: string, file: string, problems: string[]): Promise<Edition | null> {
  const json: unknown = JSON.parse(await readFile(join(dir, file), "utf8"));
  const { data, error } = edition.safeParse(json);
  for (const { path, message } of error?.issues ?? []) problems.push(`${file}: ${path.join(".")} ${message}`);
  if (data && data.id !== basename(file, ".json")) problems.push(`${file}: id is "${data.id}"`);
  return data ?? null;
}

function byDate(a: Edition, b: Edition): number {
  return a.as_of.localeCompare(b.as_of, "en") || (a.id < b.id ? -1 : 1);
}
