import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Paths } from "../../paths.ts";

/** Bytes on this machine, by what they are for; a file in two places counts where it stands first. */
export interface Disk {
  readonly cache: number;
  readonly incoming: number;
  readonly quarantine: number;
}

/** Measures the folders that snapshots pass through. */
export async function diskOf(paths: Pick<Paths, "cache" | "incoming" | "quarantine">): Promise<Disk> {
  const seen = new Set<string>();
  return {
    cache: await bytesBelow(paths.cache, seen),
    incoming: await bytesBelow(paths.incoming, seen),
    quarantine: await bytesBelow(paths.quarantine, seen),
  };
}

async function bytesBelow(dir: string, seen: Set<string>): Promise<number> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  let sum = 0;
  for (const entry of entries) {
    const file = entry.isFile() ? await stat(join(entry.parentPath, entry.name)).catch(() => null) : null;
    const id = `${file?.dev} ${file?.ino}`;
    if (file && !seen.has(id)) sum += file.size;
    seen.add(id);
  }
  return sum;
}
