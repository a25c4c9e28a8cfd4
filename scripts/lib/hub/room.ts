import { statfs } from "node:fs/promises";
import { sizeOf } from "../cache.ts";
import { leftBehind } from "../part.ts";
import type { Errand } from "./bring.ts";
import { HubError } from "./error.ts";
import { sizeText } from "./meter.ts";

/** Bytes that a folder's disk has free for this user. */
export type Free = (dir: string) => Promise<number>;

/** Asks the disk itself. */
export const freeOnDisk: Free = async (dir) => {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
};

/** Throws a `HubError` when the disk of a folder has no room for what the errands will bring. */
export async function checkRoom(errands: readonly Errand[], dir: string, free: Free): Promise<void> {
  let needed = 0;
  for (const errand of errands) needed += await missing(errand);
  const has = await free(dir);
  if (needed > has) throw new HubError(dir, "disk", `${sizeText(needed)} will come, and ${sizeText(has)} are free`);
}

/** Bytes of a file that are yet to come, counting what an earlier run left. */
async function missing({ file, local }: Errand): Promise<number> {
  const [part] = await leftBehind(local);
  return Math.max(0, file.bytes - (part === undefined ? 0 : await sizeOf(part)));
}
