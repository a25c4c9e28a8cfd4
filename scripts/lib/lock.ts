import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isGone, ownPart } from "./part.ts";

const held = new Set<string>();

/**
 * Does some work while no other run on this machine does work under the same lock, a folder that holds the id of its
 * process. Throws what `busy` makes of that id where another has it; takes over from a run that is over.
 */
export async function alone<T>(lock: string, busy: (pid: number) => Error, work: () => Promise<T>): Promise<T> {
  if (held.has(lock)) throw busy(process.pid);
  held.add(lock);
  try {
    await take(lock, busy);
    return await released(lock, work);
  } finally {
    held.delete(lock);
  }
}

async function take(lock: string, busy: (pid: number) => Error): Promise<void> {
  const own = ownPart(lock);
  try {
    await mkdir(own, { recursive: true });
    await writeFile(join(own, `${process.pid}`), "");
    while (!(await placed(own, lock))) await removeGone(lock, busy);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** Puts a folder where there is none, or an empty one: one step, which only one run can do. */
async function placed(own: string, lock: string): Promise<boolean> {
  try {
    await rename(own, lock);
    return true;
  } catch (error) {
    const taken = error instanceof Error && "code" in error && ["ENOTEMPTY", "EEXIST"].includes(String(error.code));
    if (taken) return false;
    throw error;
  }
}

async function removeGone(lock: string, busy: (pid: number) => Error): Promise<void> {
  for (const name of await readdir(lock).catch(() => [])) {
    const pid = Number(name);
    if (pid !== process.pid && !isGone(pid)) throw busy(pid);
    await rm(join(lock, name), { force: true });
  }
}

async function released<T>(lock: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await rm(join(lock, `${process.pid}`), { force: true });
    await rmdir(lock).catch(() => undefined);
  }
}
