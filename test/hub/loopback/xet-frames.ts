import { Readable } from "node:stream";
import type { Bytes } from "./stored.ts";
import type { XetLayout } from "./xet-layout.ts";

type Scheme = XetLayout["scheme"];
type Framing = Pick<XetLayout, "chunk" | "scheme">;

/** Bytes that a chunk has beside its content: eight of a header, and an LZ4 frame's. */
export function overhead(scheme: Scheme): number {
  return head(0, scheme).length + tail(scheme).length;
}

/** Chunks `from` to before `to` of a file as a xorb has them. */
export function framed({ chunk, scheme }: Framing, file: Bytes, from: number, to: number): Bytes {
  const each = chunk + overhead(scheme);
  const content = Math.min(to * chunk, file.size) - from * chunk;
  const read = (start: number, end: number) => {
    const skipped = Math.floor(start / each);
    const chunks = frames({ chunk, scheme }, file, from + skipped, to);
    return Readable.from(part(chunks, start - skipped * each, end - skipped * each), { objectMode: false });
  };
  return { size: (to - from) * overhead(scheme) + content, read };
}

async function* frames(framing: Framing, file: Bytes, from: number, to: number): AsyncGenerator<Buffer> {
  let at = from * framing.chunk;
  for await (const piece of file.read(at, Math.min(to * framing.chunk, file.size))) {
    yield Buffer.concat([...between(framing, piece as Buffer, at, file.size)]);
    at += (piece as Buffer).length;
  }
}

/** A piece of the file from `at` on, with what stands before and behind each chunk. */
function* between({ chunk, scheme }: Framing, piece: Buffer, at: number, size: number): Generator<Buffer> {
  for (let i = 0; i < piece.length; ) {
    const [start, here] = [at + i - ((at + i) % chunk), at + i];
    const end = Math.min(start + chunk, size, at + piece.length);
    if (here === start) yield head(Math.min(chunk, size - start), scheme);
    yield piece.subarray(i, end - at);
    if (end === Math.min(start + chunk, size)) yield tail(scheme);
    i = end - at;
  }
}

async function* part(pieces: AsyncIterable<Buffer>, start: number, end: number): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const piece of pieces) {
    yield piece.subarray(Math.max(0, start - at), Math.max(0, end - at));
    at += piece.length;
    if (at >= end) return;
  }
}

/** Version, length in the xorb, scheme and length of the content; then the start of an LZ4 frame of one stored block. */
function head(size: number, scheme: Scheme): Buffer {
  const header = Buffer.alloc(8);
  header.writeUIntLE(size + (scheme === "none" ? 0 : 15), 1, 3);
  header.writeUInt8(scheme === "none" ? 0 : 1, 4);
  header.writeUIntLE(size, 5, 3);
  if (scheme === "none") return header;
  const block = Buffer.alloc(4);
  block.writeUInt32LE((size | 0x80000000) >>> 0);
  return Buffer.concat([header, Buffer.from("04224d18604082", "hex"), block]);
}

/** The end mark of an LZ4 frame. */
function tail(scheme: Scheme): Buffer {
  return Buffer.alloc(scheme === "none" ? 0 : 4);
}
