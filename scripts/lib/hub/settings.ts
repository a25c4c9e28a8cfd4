import { HubError } from "./error.ts";

/** Where the Hub is, and who asks. */
export interface Settings {
  /** Origin without a slash at the end. */
  readonly endpoint: string;
  readonly token?: string;
}

const local = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Checks an endpoint and a token (default: HF_ENDPOINT, HF_TOKEN); throws a `HubError` that does not show the token. */
export function settingsOf(
  { endpoint, token }: { readonly endpoint?: string | undefined; readonly token?: string | undefined } = {},
  env: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
  const own = (token ?? env.HF_TOKEN ?? "").trim();
  const at = endpointOf((endpoint ?? env.HF_ENDPOINT ?? "").trim() || "https://huggingface.co");
  if (own === "") return { endpoint: at };
  if (!/^hf_[A-Za-z0-9_-]+$/.test(own))
    throw new HubError("HF_TOKEN", "setting", "is not a token: it must start with hf_");
  return { endpoint: at, token: own };
}

function endpointOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !isSafe(url))
    throw new HubError("HF_ENDPOINT", "setting", `${text} is not https, nor http on 127.0.0.1 or localhost`);
  if (url.username || url.password || url.search || url.hash || url.pathname !== "/")
    throw new HubError("HF_ENDPOINT", "setting", `${text} holds more than a scheme, a host and a port`);
  return url.origin;
}

/** Whether nobody on the way can read what goes there: https, or this machine. */
export function isSafe(url: URL): boolean {
  return url.protocol === "https:" || (url.protocol === "http:" && isLocal(url));
}

/** Whether an address is on this machine. */
export function isLocal({ hostname }: URL): boolean {
  return local.has(hostname);
}
