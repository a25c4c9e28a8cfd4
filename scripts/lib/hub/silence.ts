import { codeOf, textOf } from "./cause.ts";
import { WireError } from "./error.ts";

/** Waits for something at most `ms` milliseconds; after that, runs `stop` and throws a `WireError`. */
export async function within<T>(ms: number, thing: string, work: Promise<T>, stop: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const bell = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new WireError(thing, "timeout", `was silent for ${ms / 1000} s`));
      stop();
    }, ms);
  });
  try {
    return await Promise.race([work, bell]);
  } finally {
    clearTimeout(timer);
  }
}

/** The body of an answer, which ends in a `WireError` when it breaks off or is silent for `ms` milliseconds. */
export function watched(
  body: ReadableStream<Uint8Array>,
  { ms, thing, stop }: { readonly ms: number; readonly thing: string; readonly stop: () => void },
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let bytes = 0;
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    try {
      const { done, value } = await within(ms, thing, reader.read(), stop);
      if (done) return controller.close();
      bytes += value.length;
      controller.enqueue(value);
    } catch (error) {
      controller.error(broken(error, thing, bytes));
    }
  };
  return new ReadableStream({ pull, cancel: (reason) => reader.cancel(reason) }, { highWaterMark: 0 });
}

function broken(error: unknown, thing: string, bytes: number): WireError {
  if (error instanceof WireError) return new WireError(thing, error.rule, `${error.detail} after ${bytes} bytes`);
  if (codeOf(error) === "Z_DATA_ERROR" || /ERR_.*(BROTLI|ZSTD)/i.test(codeOf(error)))
    return new WireError(thing, "json", `sends compressed bytes that cannot be unpacked: ${textOf(error)}`);
  return new WireError(thing, "network", `broke off after ${bytes} bytes: ${textOf(error)}`);
}
