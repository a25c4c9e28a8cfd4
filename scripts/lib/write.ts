import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Built } from "./build.ts";

/** Replaces the folder of an edition by the built tables and their manifest: all of them, or, after a failure, none. */
export async function writeTables(built: Built, dir: string): Promise<void> {
  const next = `${dir}.next`;
  const last = `${dir}.last`;
  await rm(next, { recursive: true, force: true });
  for (const { entry, bytes } of built.tables) await put(join(next, entry.path), bytes);
  await put(join(next, "tables.json"), `${JSON.stringify(built.manifest, null, 2)}\n`);
  await rm(last, { recursive: true, force: true });
  await rename(dir, last).catch(ignoreMissing);
  await rename(next, dir);
  await rm(last, { recursive: true, force: true });
}

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}
