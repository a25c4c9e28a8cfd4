import { createHash } from "node:crypto";
import { openSync, readSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

/** What the thread is told: how far the file has come, and whether that is all. */
export interface Told {
  readonly size: number;
  readonly last: boolean;
}

const hash = createHash("sha256");
const buffer = Buffer.allocUnsafe(1 << 18);
const file = openSync(String(workerData), "r");
let held = 0;

parentPort?.on("message", ({ size, last }: Told) => {
  while (held < size) {
    const bytes = readSync(file, buffer, 0, Math.min(buffer.length, size - held), held);
    if (bytes === 0) throw new Error(`${workerData} has ${held} bytes instead of ${size}`);
    hash.update(buffer.subarray(0, bytes));
    held += bytes;
  }
  if (last) parentPort?.postMessage(hash.digest("hex"));
});
