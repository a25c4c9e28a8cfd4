import { readEditions } from "#loaders/editions.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import { DataError } from "#loaders/schema/errors.ts";
import { choose } from "./cli.ts";

/** The edition with an id, or the newest one; throws a `UsageError` for an unknown id. */
export async function chooseEdition(dir: string, id?: string): Promise<Edition> {
  const editions = await readEditions(dir);
  const known = editions.map((one) => one.id);
  const [wanted] = id === undefined ? known : choose([id], known, "edition");
  const found = editions.find((one) => one.id === wanted);
  if (!found) throw new DataError("editions", [`${dir} holds none`]);
  return found;
}
