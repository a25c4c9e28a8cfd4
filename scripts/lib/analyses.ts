import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Analysis } from "#kit/define.ts";

/** The analyses of a project: every folder of `analyses/` with an `analysis.ts`; `_` hides a folder. */
export async function loadAnalyses(folder: string): Promise<{ default: Analysis }[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("_"))
    .map((entry) => join(folder, entry.name, "analysis.ts"))
    .filter((file) => existsSync(file));
  return Promise.all(files.sort().map(load));
}

async function load(file: string): Promise<{ default: Analysis }> {
  return (await import(pathToFileURL(file).href)) as { default: Analysis };
}
