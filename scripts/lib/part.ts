import { readdir, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

let claims = 0;

/** A name beside `path` for what is being made: one of its own, so that runs at the same time do not meet. */
export function ownPart(path: string): string {
  return `${path}.part-${process.pid}-${claims++}`;
}

/** The name of an own part that begins with what an earlier run left, if there is any. */
export async function claimPart(path: string): Promise<string> {
  const own = ownPart(path);
  for (const left of await leftBehind(path)) if (await moved(left, own)) break;
  return own;
}

/** Leaves what a download has brought so far for the next run. */
export async function leavePart(own: string, path: string): Promise<void> {
  await moved(own, `${path}.part`);
}

/** Parts beside `path` of runs that are over. */
export async function leftBehind(path: string): Promise<string[]> {
  const dir = dirname(path);
  const start = `${basename(path)}.part`;
  const names = (await readdir(dir)).filter((name) => name.startsWith(start));
  return names.filter((name) => isOver(name.slice(start.length))).map((name) => join(dir, name));
}

/** Whether the run that the end of a name stands for is over: `-PID-N`, or nothing. */
function isOver(end: string): boolean {
  const pid = Number(/^-(\d+)-\d+$/.exec(end)?.[1]);
  return Number.isNaN(pid) ? end === "" : isGone(pid);
}

/** Whether no process has this id. */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}
