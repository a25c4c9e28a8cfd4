import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Loader } from "./schema/loader.ts";

/** The loader of a source, the default export of `<dir>/<id>.ts`; throws naming the file when there is none. */
export async function findLoader(id: string, dir: string): Promise<Loader> {
  const file = join(dir, `${id}.ts`);
  if (!existsSync(file))
    throw new Error(`source ${id}: no loader; add loaders/${id}.ts with a loader as default export`);
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const loader = (module as { default?: unknown }).default;
  if (!isLoader(loader) || loader.source !== id)
    throw new Error(`loaders/${id}.ts: the default export must be a loader whose source is ${id}`);
  return loader;
}

function isLoader(value: unknown): value is Loader {
  return (
    typeof value === "object" &&
    value !== null &&
    "source" in value &&
    "table" in value &&
    ("sql" in value || "rows" in value)
  );
}
