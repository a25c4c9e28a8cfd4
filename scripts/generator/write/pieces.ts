import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

const bytes = 256 * 2 ** 20;
const buffered = 4 * 2 ** 20;

/** Newline-delimited JSON in files of some hundred megabytes, which DuckDB reads in their order. */
export class Pieces {
  readonly paths: string[] = [];
  readonly #folder: string;
  readonly #name: string;
  #file: number | undefined;
  #left = 0;
  #text = "";

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
  }

  add(row: object): void {
    this.#text += `${JSON.stringify(row)}\n`;
    if (this.#text.length > buffered) this.#flush();
  }

  /** Ends the last file; there is at least one. */
  close(): void {
    this.#flush();
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #flush(): void {
    if (this.#left <= 0) this.#next();
    if (this.#file === undefined) throw new Error("no file to write to");
    this.#left -= writeAll(this.#file, Buffer.from(this.#text));
    this.#text = "";
  }

  #next(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    const path = join(this.#folder, `${this.#name}-${this.paths.length}.ndjson`);
    this.paths.push(path);
    this.#file = openSync(path, "w");
    this.#left = bytes;
  }
}

function writeAll(file: number, data: Buffer): number {
  for (let done = 0; done < data.length; ) done += writeSync(file, data, done);
  return data.length;
}
