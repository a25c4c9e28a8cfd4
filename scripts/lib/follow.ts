import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Told } from "./follower.ts";

/** Hashes a file while it grows, on a thread of its own, as it is on the disk. */
export interface Follower {
  /** Says how many bytes the file has by now. */
  upTo(size: number): void;
  /** The sha256 of a file of so many bytes; rejects where it cannot be read. */
  sha256(size: number): Promise<string>;
  stop(): Promise<unknown>;
}

/** Bytes after which the thread is woken. */
const stride = 1 << 23;

/** Begins to follow a file that is there. */
export function follow(path: string): Follower {
  const worker = new Worker(new URL("./follower.ts", import.meta.url), { workerData: path });
  const done = once(worker, "message");
  done.catch(() => {});
  let told = 0;
  const tell = (told: Told) => worker.postMessage(told);
  return {
    upTo: (size) => {
      if (size < told + stride) return;
      told = size;
      tell({ size, last: false });
    },
    sha256: async (size) => {
      tell({ size, last: true });
      return String((await done)[0]);
    },
    stop: () => worker.terminate(),
  };
}
