import { TransportError } from "../transport.ts";
import { ruleOf } from "./cause.ts";
import { WireError } from "./error.ts";
import { bytesAlone } from "./wide.ts";

/** A `fetch` for one transfer that keeps what the client does not tell. */
export interface Probe {
  readonly fetch: typeof fetch;
  /** The `X-Linked-ETag` of the last answer that had one: the sha256 of a file in LFS. */
  linked(): string | null;
  /** The byte at which the next body begins: `offset` or 0; rejects where it is another, or where there is none. */
  started(offset: number): Promise<number>;
}

interface Expected extends PromiseWithResolvers<number> {
  readonly offset: number;
}

/** Wraps a `fetch`. */
export function probing(fetch: typeof globalThis.fetch): Probe {
  let linked: string | null = null;
  let expected: Expected | null = null;
  const wrapped: typeof globalThis.fetch = async (input, init) => {
    const waiting = expected;
    expected = null;
    try {
      const headers = { ...(waiting ? { accept: bytesAlone } : {}), ...(init?.headers as Record<string, string>) };
      const response = await fetch(input, { ...init, headers });
      linked = response.headers.get("x-linked-etag") ?? linked;
      if (waiting) waiting.resolve(await startOf(response, waiting.offset, String(input)));
      return response;
    } catch (error) {
      waiting?.reject(error);
      throw error;
    }
  };
  const started = (offset: number) => {
    expected = { ...Promise.withResolvers<number>(), offset };
    return expected.promise;
  };
  return { fetch: wrapped, linked: () => linked, started };
}

async function startOf({ status, headers, body }: Response, offset: number, url: string): Promise<number> {
  const packed = headers.get("content-encoding") ?? "identity";
  if (packed !== "identity") {
    await body?.cancel();
    throw new WireError(url, "json", `answers with ${packed} where the bytes as they are were asked for`);
  }
  if (status === 200) return 0;
  const start = Number(/^bytes (\d+)-/.exec(headers.get("content-range") ?? "")?.[1]);
  if (status === 206 && start === offset) return offset;
  await body?.cancel();
  if (status < 300) throw new TransportError("network", `answers ${status} from byte ${start} instead of ${offset}`);
  throw new WireError(url, ruleOf(status, headers.get("x-error-code") ?? ""), `answers ${status}`);
}
