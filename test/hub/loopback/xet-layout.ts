import { joined } from "./ranges.ts";
import { bytes } from "./reply.ts";
import type { Bytes, Stored } from "./stored.ts";

/** How files are cut into chunks and chunks packed into xorbs. */
export interface XetLayout {
  /** Bytes of a chunk; 65,536 unless said. */
  readonly chunk: number;
  /** Chunks of a term of a reconstruction. */
  readonly term: number;
  /** Terms of a xorb. */
  readonly xorb: number;
  /** Chunks of no file between the terms of a xorb, so that its ranges are apart. */
  readonly gap: number;
  /** Of each chunk: as it is, or in an LZ4 frame of one stored block (chunks up to 65,536 bytes). */
  readonly scheme: "none" | "lz4";
}

/** As a file that shares nothing is laid out: whole xorbs of 64 MiB. */
export const usualLayout: XetLayout = { chunk: 65_536, term: 1024, xorb: 1, gap: 0, scheme: "none" };

/** A term: chunks of a xorb that stand one after the other, numbered within the file. */
export interface Term {
  readonly xorb: number;
  /** First and end of its chunks within the xorb. */
  readonly start: number;
  readonly end: number;
  /** First of its chunks within the file. */
  readonly first: number;
}

/** Bytes of a chunk's header and frame. */
function overhead({ scheme }: XetLayout): number {
  return scheme === "none" ? 8 : 23;
}

/** Terms of the chunks `from` to before `to` of a file. */
export function termsOf(layout: XetLayout, from: number, to: number): Term[] {
  const { term, xorb, gap } = layout;
  const terms: Term[] = [];
  for (let first = from; first < to; ) {
    const number = Math.floor(first / term);
    const end = Math.min(to, (number + 1) * term);
    const shift = (number % xorb) * (term + gap) - number * term;
    terms.push({ xorb: Math.floor(number / xorb), start: first + shift, end: end + shift, first });
    first = end;
  }
  return terms;
}

/** Where chunks of a xorb stand in it, both ends included; only the file's last chunk is shorter. */
export function bytesOf(layout: XetLayout, size: number, { start, end, first }: Term): { start: number; end: number } {
  const each = layout.chunk + overhead(layout);
  const short = Math.max(0, (first + end - start) * layout.chunk - size);
  return { start: start * each, end: end * each - short - 1 };
}

/** Bytes of the file that a term holds. */
export function unpacked(layout: XetLayout, size: number, { start, end, first }: Term): number {
  return Math.min(size, (first + end - start) * layout.chunk) - first * layout.chunk;
}

/** A xorb of a file, made as it is read. */
export function xorbOf(layout: XetLayout, file: Stored | Bytes, number: number): Bytes {
  const { chunk, term, xorb, gap } = layout;
  const pieces: Bytes[] = [];
  const last = Math.ceil(file.size / chunk);
  for (let t = number * xorb; t < (number + 1) * xorb && t * term < last; t++) {
    for (let i = t * term; i < Math.min((t + 1) * term, last); i++)
      pieces.push(...packed(layout, chunkOf(file, i, chunk)));
    for (let i = 0; i < gap; i++) pieces.push(...packed(layout, bytes(Buffer.alloc(chunk))));
  }
  return joined(pieces);
}

function chunkOf(file: Bytes, i: number, chunk: number): Bytes {
  const [from, size] = [i * chunk, Math.min(chunk, file.size - i * chunk)];
  return { size, read: (start, end) => file.read(from + start, from + end) };
}

function packed({ scheme }: XetLayout, data: Bytes): Bytes[] {
  const length = data.size + (scheme === "none" ? 0 : 15);
  const head = Buffer.alloc(8);
  head.writeUIntLE(length, 1, 3);
  head.writeUInt8(scheme === "none" ? 0 : 1, 4);
  head.writeUIntLE(data.size, 5, 3);
  if (scheme === "none") return [bytes(head), data];
  const block = Buffer.alloc(4);
  block.writeUInt32LE((data.size | 0x80000000) >>> 0);
  return [bytes(head), bytes(Buffer.from("04224d18604082", "hex")), bytes(block), data, bytes(Buffer.alloc(4))];
}
