import { cp, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { type Seal, sealFolder } from "#site/lib/seal/format.ts";
import type { Packed } from "#site/lib/seal/pack.ts";
import { sha256 } from "../../declared.ts";

/** Text of a seal as it is written and hashed. */
export function sealText(seal: Seal): string {
  return `${JSON.stringify(seal, null, 2)}\n`;
}

/** Hash of a seal: the record of the edition holds it. */
export function sealHash(seal: Seal): string {
  return sha256(sealText(seal));
}

/**
 * Puts a seal and its files in the place of those before, which are kept in `seals/`: the folder is written beside and
 * renamed, then the record, which makes it count.
 */
export async function putSeal(seal: Seal, packed: readonly Packed[], root: string): Promise<void> {
  const { id } = seal.edition;
  const folder = join(root, sealFolder(id));
  const [next, last] = [`${folder}.next`, `${folder}.last`];
  await rm(next, { recursive: true, force: true });
  for (const { path, text } of packed) await put(join(next, relative(sealFolder(id), path)), text);
  await put(join(next, "seal.json"), sealText(seal));
  if (seal.before !== null) await keepSeals(seal.before.path, folder, next, root);
  await rm(last, { recursive: true, force: true });
  await rename(folder, last).catch(ignoreMissing);
  await rename(next, folder);
  await replace(`${folder}.json`, `${JSON.stringify({ ...seal.edition, seal: sealHash(seal) }, null, 2)}\n`);
  await rm(last, { recursive: true, force: true });
}

/** Takes over the seals that are kept, and keeps the one that is replaced. */
async function keepSeals(kept: string, folder: string, next: string, root: string): Promise<void> {
  await cp(join(folder, "seals"), join(next, "seals"), { recursive: true }).catch(ignoreMissing);
  const path = join(next, relative(folder, join(root, kept)));
  await mkdir(dirname(path), { recursive: true });
  await cp(join(folder, "seal.json"), path);
}

/** Writes a file beside and renames it, so that it is never half there. */
export async function replace(path: string, text: string): Promise<void> {
  await put(`${path}.next`, text);
  await rename(`${path}.next`, path);
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}
