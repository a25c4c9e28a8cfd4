/** Bytes that are worth a write of their own. */
const enough = 1 << 19;

/**
 * Small pieces of a stream, several at a time. Those that came before the stream breaks are given before its error is
 * thrown.
 */
export async function* blocksOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Uint8Array[]> {
  let block: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of pieces) {
      block.push(piece);
      size += piece.length;
      if (size < enough) continue;
      yield block;
      [block, size] = [[], 0];
    }
  } catch (error) {
    if (block.length > 0) yield block;
    throw error;
  }
  if (block.length > 0) yield block;
}
