import type { Progress } from "../progress.ts";
import type { Open } from "../transport.ts";

/** Bytes between two lines, at least; and lines for a file, at most. */
const often = { bytes: 20_000_000, lines: 20 };

/** Tells how many bytes of a file are there: once for a small one, twenty times for a large one. */
export function metered(open: Open, bytes: number, progress: Progress): Open {
  const steps = Math.max(1, Math.min(often.lines, Math.floor(bytes / often.bytes)));
  let told = 0;
  const tell = (held: number) => {
    while (told < Math.floor((held / bytes) * steps)) {
      told++;
      progress.step(`${sizeText(Math.min(bytes, (bytes / steps) * told))} of ${sizeText(bytes)}`);
    }
  };
  return async (url, offset) => {
    const { start, chunks } = await open(url, offset);
    if (told === 0) progress.start(steps);
    tell(start);
    return { start, chunks: counted(chunks, start, tell) };
  };
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  start: number,
  tell: (held: number) => void,
): AsyncGenerator<Uint8Array> {
  let held = start;
  for await (const chunk of chunks) {
    yield chunk;
    held += chunk.length;
    tell(held);
  }
}

const units = ["bytes", "kB", "MB", "GB"] as const;

/** A number of bytes for people, in powers of a thousand. */
export function sizeText(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 ? Math.round(value) : value.toPrecision(3)} ${units[power]}`;
}
