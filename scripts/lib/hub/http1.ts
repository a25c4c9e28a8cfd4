/** What the runtime's `fetch` hands its requests to, as far as it is used here. */
interface Dispatcher {
  dispatch(options: object, handler: unknown): boolean;
}

/** Where undici, which is behind `fetch`, keeps the dispatcher of the process, the newer place first. */
const places = [Symbol.for("undici.globalDispatcher.2"), Symbol.for("undici.globalDispatcher.1")];

function ofProcess(): Dispatcher {
  const globals = globalThis as unknown as Record<symbol, Dispatcher | undefined>;
  const found = places.map((place) => globals[place]).find((one) => one !== undefined);
  if (found === undefined)
    throw new Error("fetch of this Node.js keeps no dispatcher; use the one that npm ci installs");
  return found;
}

const dispatcher: Dispatcher = {
  dispatch: (options, handler) => ofProcess().dispatch({ ...options, allowH2: false }, handler),
};

/**
 * The global `fetch` over HTTP/1.1.
 *
 * Node.js 26 prefers HTTP/2 and grants each stream 256 KiB in flight, which holds a large file to some megabytes a second;
 * the client takes HTTP/1.1 for the same reason where no `fetch` is injected.
 */
export const http1Fetch: typeof fetch = (input, init) =>
  globalThis.fetch(input, { ...init, dispatcher } as unknown as RequestInit);
