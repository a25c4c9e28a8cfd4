import { HubApiError, InvalidApiResponseFormatError } from "@huggingface/hub";
import { type HubRule, remedies } from "./rules.ts";

/** Why something failed. */
export interface Cause {
  readonly rule: HubRule;
  readonly detail: string;
}

/** The rule that an error of the client, of `fetch` or of the disk breaks, and what it says. */
export function causeOf(error: unknown): Cause {
  if (error instanceof HubApiError) return ofAnswer(error);
  const detail = textOf(error);
  const told = toldRule(detail) ?? storageRule(detail);
  if (told) return { rule: told, detail };
  if (error instanceof InvalidApiResponseFormatError) return { rule: "shape", detail };
  if (error instanceof SyntaxError) return { rule: "json", detail: `the answer is not JSON: ${detail}` };
  if (["ENOSPC", "EDQUOT"].includes(codeOf(error)) || /no space left/i.test(detail)) return { rule: "disk", detail };
  return { rule: "network", detail };
}

/** The rule named in the text of an error of the polite `fetch`, of which the client kept only the text. */
function toldRule(text: string): HubRule | undefined {
  const word = /: \[(\w+)\] /.exec(text)?.[1];
  return word !== undefined && word in remedies ? (word as HubRule) : undefined;
}

/** The rule that the Hub names when it gives no token for its storage, of which the client kept only the text. */
function storageRule(text: string): HubRule | undefined {
  const [, status, said = ""] = /Failed to get JWT token: (\d+)(.*)/s.exec(text) ?? [];
  return status === undefined ? undefined : ruleOf(Number(status), /"error_code":\s*"(\w+)"/.exec(said)?.[1] ?? "");
}

function ofAnswer({ statusCode, data, message }: HubApiError): Cause {
  const code = String(data?.error_code ?? "");
  return { rule: ruleOf(statusCode, code), detail: `the Hub answers ${statusCode}${code && ` ${code}`}: ${message}` };
}

const codes: Readonly<Record<string, HubRule>> = {
  GatedRepo: "gated",
  RepoNotFound: "repository",
  RevisionNotFound: "revision",
  EntryNotFound: "file",
  UnknownToken: "token",
  Storage: "refused",
};

/** The rule that a status and `X-Error-Code` stand for. */
export function ruleOf(status: number, code: string): HubRule {
  const known = codes[code];
  if (known) return known;
  if (status === 401 || status === 404) return "repository";
  if (status === 429) return "limited";
  return status >= 500 ? "server" : "refused";
}

/** The text of an error, with that of its cause. */
export function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${cause.message || codeOf(cause)}` : error.message;
}

/** The system's code of an error or of its cause; empty where there is none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return "code" in error ? String(error.code) : codeOf(error.cause);
}
