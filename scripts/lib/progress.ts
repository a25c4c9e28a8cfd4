import { SingleBar } from "cli-progress";

/** Tells a person how far long work has come. */
export interface Progress {
  start(total: number): void;
  step(label: string): void;
  stop(): void;
}

/** Says nothing. */
export const silent: Progress = { start() {}, step() {}, stop() {} };

/** A bar on a terminal, else (and under CI) one plain line a step; on stderr, so that stdout is for results. */
export function progress(title: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY && !process.env.CI ? bar(title, stream) : plain(title, stream);
}

function bar(title: string, stream: NodeJS.WriteStream): Progress {
  const it = new SingleBar({ format: `${title} [{bar}] {value}/{total} {label}`, stream, hideCursor: true });
  return {
    start: (total) => it.start(total, 0, { label: "" }),
    step: (label) => it.increment(1, { label }),
    stop: () => it.stop(),
  };
}

function plain(title: string, stream: NodeJS.WriteStream): Progress {
  let done = 0;
  let of = 0;
  return {
    start: (total) => {
      [done, of] = [0, total];
    },
    step: (label) => void stream.write(`${title} ${++done}/${of} ${label}\n`),
    stop() {},
  };
}
