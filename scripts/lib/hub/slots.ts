/** Runs work, at most some at a time, in the order it came. */
export type Slots = <T>(work: () => Promise<T>) => Promise<T>;

/** So many slots. */
export function slotsOf(count: number): Slots {
  const waiting: (() => void)[] = [];
  let free = count;
  const release = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      release();
    }
  };
}
