import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { Readable } from "node:stream";

/** Where a repository keeps a file: in git itself, or behind an LFS pointer, with or without Xet. */
export type Storage = "git" | "lfs" | "xet";

/** Bytes of known size, from `start` to before `end`. */
export interface Bytes {
  readonly size: number;
  read(start: number, end: number): Readable;
}

/** A file of a repository, on disk or in memory; hashes are worked out once, when first asked for. */
export class Stored implements Bytes {
  readonly size: number;
  readonly storage: Storage;
  readonly #source: string | Buffer;
  #sha256: Promise<string> | undefined;

  constructor(source: string | Buffer, storage: Storage) {
    this.#source = source;
    this.storage = storage;
    this.size = typeof source === "string" ? statSync(source).size : source.length;
  }

  read(start: number, end: number): Readable {
    if (end <= start) return Readable.from([]);
    if (typeof this.#source !== "string") return Readable.from([this.#source.subarray(start, end)]);
    return createReadStream(this.#source, { start, end: end - 1, highWaterMark: 2 ** 20 });
  }

  /** What `lfs.oid` says: the hexadecimal sha256 of the content. */
  sha256(): Promise<string> {
    this.#sha256 ??= hashed(this, "sha256");
    return this.#sha256;
  }

  /** The git blob's sha1: of the content, or of the pointer to it. */
  async oid(): Promise<string> {
    if (this.storage === "git") return hashed(this, "sha1", `blob ${this.size}\0`);
    const text = await this.pointer();
    return createHash("sha1").update(`blob ${text.length}\0${text}`).digest("hex");
  }

  /** The LFS pointer that git holds in place of the content. */
  async pointer(): Promise<string> {
    return `version https://git-lfs.github.com/spec/v1\noid sha256:${await this.sha256()}\nsize ${this.size}\n`;
  }

  /** A hash in the place of Xet's own: 64 hexadecimal digits that follow from the content. */
  async xetHash(): Promise<string> {
    return createHash("sha256")
      .update(`xet ${await this.sha256()}`)
      .digest("hex");
  }
}

/** A small file kept in git. */
export function inGit(text: string): Stored {
  return new Stored(Buffer.from(text), "git");
}

async function hashed(bytes: Bytes, algorithm: string, before = ""): Promise<string> {
  const hash = createHash(algorithm).update(before);
  for await (const piece of bytes.read(0, bytes.size)) hash.update(piece as Buffer);
  return hash.digest("hex");
}
