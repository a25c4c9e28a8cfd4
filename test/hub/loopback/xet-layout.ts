import { joined } from "./ranges.ts";
import { bytes } from "./reply.ts";
import type { Bytes } from "./stored.ts";
import { framed, overhead } from "./xet-frames.ts";

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
  const each = layout.chunk + overhead(layout.scheme);
  const short = Math.max(0, (first + end - start) * layout.chunk - size);
  return { start: start * each, end: end * each - short - 1 };
}

/** Bytes of the file that a term holds. */
export function unpacked(layout: XetLayout, size: number, { start, end, first }: Term): number {
  return Math.min(size, (first + end - start) * layout.chunk) - first * layout.chunk;
}

/** A xorb of a file, made as it is read. */
export function xorbOf(layout: XetLayout, file: Bytes, number: number): Bytes {
  const { chunk, term, xorb, gap } = layout;
  const filler = framed(layout, bytes(Buffer.alloc(gap * chunk)), 0, gap);
  const last = Math.ceil(file.size / chunk);
  const pieces: Bytes[] = [];
  for (let t = number * xorb; t < (number + 1) * xorb && t * term < last; t++)
    pieces.push(framed(layout, file, t * term, Math.min((t + 1) * term, last)), filler);
  return joined(pieces);
}
