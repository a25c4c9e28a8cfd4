import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Loader } from "./schema/loader.ts";

/** The loaders of a source, the default export of `<dir>/<id>.ts`; throws naming the file when there are none. */
export async function findLoaders(id: string, dir: string): Promise<readonly Loader[]> {
  const file = join(dir, `${id}.ts`);
  if (!existsSync(file))
    throw new Error(`source ${id}: no loader; add loaders/${id}.ts with a loader as default export`);
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const found = (module as { default?: unknown }).default;
  const loaders: readonly unknown[] = Array.isArray(found) ? found : [found];
  const own = loaders.filter(isLoader).filter(({ source }) => source === id);
  if (own.length === 0 || own.length < loaders.length)
    throw new Error(`loaders/${id}.ts: the default export must be a loader, or a list of them, whose source is ${id}`);
  return own;
}

function isLoader(value: unknown): value is Loader {
  return (
    typeof value === "object" &&
    value !== null &&
    "source" in value &&
    "table" in value &&
    ["sql", "rows", "scan", "derive"].some((way) => way in value)
  );
}
