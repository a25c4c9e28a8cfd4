import { causeOf } from "./cause.ts";
import { redact } from "./redact.ts";
import { type HubRule, remedies } from "./rules.ts";

/** What was asked of the Hub: words, or a repository with its revision and file. */
export type Subject = string | { readonly repo: string; readonly revision?: string; readonly file?: string };

/** A promise of the Hub that was broken; the message is one line, and holds no token. */
export class HubError extends Error {
  /** What it is about: a repository, revision, file or address. */
  readonly thing: string;
  readonly rule: HubRule;
  /** What was expected and what was found. */
  readonly detail: string;
  /** What to do about it. */
  readonly remedy: string;

  constructor(thing: string, rule: HubRule, detail: string, remedy: string = remedies[rule]) {
    const [about, found, advice] = [thing, detail, remedy].map((text) => redact(text).replace(/\s+/g, " ").trim());
    super(`${about}: [${rule}] ${found}; ${advice}`);
    this.name = "HubError";
    this.thing = about ?? "";
    this.rule = rule;
    this.detail = found ?? "";
    this.remedy = advice ?? "";
  }
}

/** A `HubError` about an address, thrown by the polite `fetch`, which knows no repository. */
export class WireError extends HubError {}

/** Whatever the client or the network threw, as a `HubError` about `subject`. */
export function hubErrorOf(error: unknown, subject: Subject): HubError {
  const thing = nameOf(subject);
  if (error instanceof WireError)
    return new HubError(thing, error.rule, `${error.detail} (${error.thing})`, error.remedy);
  if (error instanceof HubError) return error;
  const { rule, detail } = causeOf(error);
  return new HubError(thing, rule, detail);
}

/** A subject in words. */
export function nameOf(subject: Subject): string {
  if (typeof subject === "string") return subject;
  const { repo, revision, file } = subject;
  return [repo, revision && `revision ${revision}`, file && `file ${file}`].filter(Boolean).join(", ");
}
