import type { Clock } from "./clock.ts";
import { rateLimitsOf, ratePoliciesOf, retryAfterOf } from "./limits.ts";

/** A wait before the next attempt, and what asks for it. */
export interface Wait {
  readonly ms: number;
  readonly why: string;
}

const second = 1000;
const longest = 60 * second;

/** How long to wait after an answer that says to come later: what its headers say, else a jittered exponential. */
export function waitAfter(response: Response, attempt: number, clock: Clock): Wait {
  const { status, headers } = response;
  const spent = rateLimitsOf(headers.get("ratelimit")).filter(({ left }) => left === 0);
  const seconds = Math.max(...spent.map((limit) => limit.seconds));
  if (status === 429 && spent.length > 0)
    return { ms: (seconds + 1) * second, why: `429, and RateLimit says that ${names(spent)} opens in ${seconds} s` };
  const after = retryAfterOf(headers.get("retry-after"), clock.now());
  if (after !== null) return { ms: Math.max(second, after), why: `${status}, and Retry-After says when` };
  if (status !== 429) return { ms: backOff(attempt, second, longest, clock), why: `${status}` };
  return afterPolicy(headers.get("ratelimit-policy"), attempt, clock);
}

/** How long to wait after a failure of the network. */
export function waitAfterFailure(attempt: number, why: string, clock: Clock): Wait {
  return { ms: backOff(attempt, second, longest, clock), why };
}

/** Without a word on when: waits that together are about as long as the longest window that the policy names, or five minutes. */
function afterPolicy(header: string | null, attempt: number, clock: Clock): Wait {
  const policies = ratePoliciesOf(header);
  const window = Math.max(...policies.map(({ seconds }) => seconds), policies.length > 0 ? 1 : 300) * second;
  const rules = policies.map(({ bucket, quota, seconds }) => `${bucket} allows ${quota} in ${seconds} s`);
  const why = ["429, without saying for how long", ...rules].join(": ");
  return { ms: backOff(attempt, window / 16, window + second, clock), why };
}

/** Between half and all of `base` doubled for every attempt, at most `limit`. */
function backOff(attempt: number, base: number, limit: number, clock: Clock): number {
  return Math.round(Math.min(limit, base * 2 ** (attempt - 1)) * (0.5 + clock.random() / 2));
}

function names(limits: readonly { readonly bucket: string }[]): string {
  return limits.map(({ bucket }) => bucket).join(" and ");
}
