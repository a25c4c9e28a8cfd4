/** Bytes that are worth a write of their own. */
const enough = 1 << 16;

/**
 * Pieces of a stream, small ones as one of 64 kB or more. Those that came before the stream breaks are given before its
 * error is thrown.
 */
export async function* blocksOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  const block = () => {
    const [only] = held;
    const all = held.length === 1 && only ? only : Buffer.concat(held);
    [held, size] = [[], 0];
    return all;
  };
  try {
    for await (const piece of pieces) {
      held.push(piece);
      size += piece.length;
      if (size >= enough) yield block();
    }
  } catch (error) {
    if (size > 0) yield block();
    throw error;
  }
  if (size > 0) yield block();
}
