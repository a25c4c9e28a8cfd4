/** Bytes of a lent buffer. */
export const wide = 1 << 18;

const most = 16;
const free: Buffer<ArrayBuffer>[] = [];
const lent = new WeakSet<ArrayBufferLike>();

/** A wide buffer, one that was given back if there is any: large transfers would keep the collector of garbage busy. */
export function lend(): Buffer<ArrayBuffer> {
  const buffer = free.pop() ?? Buffer.allocUnsafeSlow(wide);
  lent.add(buffer.buffer);
  return buffer;
}

/** Says that nobody reads these bytes any more; those of buffers that were not lent are left alone. */
export function giveBack(piece: Uint8Array): void {
  const { buffer } = piece;
  if (lent.delete(buffer) && free.length < most) free.push(Buffer.from(buffer as ArrayBuffer));
}
