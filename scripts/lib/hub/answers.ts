import { WireError } from "./error.ts";
import { redact } from "./redact.ts";
import type { Ask } from "./request.ts";
import { copyOf } from "./send.ts";
import type { Settings } from "./settings.ts";

/**
 * An answer with JSON, read whole; throws a `WireError` for anything else, and for a list that is none.
 *
 * The client would otherwise meet a page of a proxy, or half a page, as an error of its own code.
 */
export async function jsonAnswer({ thing, url, method }: Ask, response: Response): Promise<Response> {
  const text = await response.text();
  const value = parsed(text, thing, response);
  if (isList(method, url) && !Array.isArray(value))
    throw new WireError(thing, "shape", `answers with ${kindOf(value)} where a list is due`);
  return Object.defineProperty(copyOf(response, text, response.url), "json", { value: async () => value });
}

function parsed(text: string, thing: string, { headers }: Response): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const type = headers.get("content-type") ?? "no type";
    throw new WireError(thing, "json", `answers with ${type} where JSON is due: ${excerpt(text) || "nothing"}`);
  }
}

/**
 * An answer that says no, with what it says as JSON, and `error_code` from the header that the client does not keep.
 *
 * Holds no token, whatever the server sends back.
 */
export async function refusal(response: Response, settings: Settings): Promise<Response> {
  const { token } = settings;
  if (response.status === 304) return response;
  const text = await response.text().catch(() => "");
  const error = redact(excerpt(errorOf(text) ?? text) || response.statusText || "no reason given", token);
  const body = JSON.stringify({ error, error_code: codeOf(response, settings) });
  const copy = copyOf(response, body, redact(response.url, token));
  copy.headers.set("content-type", "application/json");
  return copy;
}

/** The Hub's own code; a token that it does not know has none, and a storage that says no is not the Hub. */
function codeOf({ status, headers, url }: Response, { endpoint, token }: Settings): string {
  const elsewhere = URL.canParse(url) && new URL(url).origin !== endpoint;
  const unsaid = elsewhere ? "Storage" : status === 401 && token !== undefined ? "UnknownToken" : "";
  return headers.get("x-error-code") ?? unsaid;
}

function errorOf(text: string): string | undefined {
  try {
    const { error, message } = JSON.parse(text);
    return [error, message].find((found): found is string => typeof found === "string");
  } catch {
    return undefined;
  }
}

function excerpt(text: string): string {
  const printable = text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]+/gu, " ").trim();
  return printable.length > 160 ? `${printable.slice(0, 160)}…` : printable;
}

function isList(method: string, { pathname }: URL): boolean {
  return method === "POST" || /^\/api\/(models|datasets|spaces)$|^\/api\/.+\/(tree|commits)\//.test(pathname);
}

function kindOf(value: unknown): string {
  return value === null ? "null" : typeof value;
}
