import type { Clock } from "./clock.ts";
import { WireError } from "./error.ts";
import type { Ask } from "./request.ts";
import { type Wait, waitAfter, waitAfterFailure } from "./waits.ts";

/** How long and how often one request is tried; times in milliseconds. */
export interface Patience {
  readonly clock: Clock;
  readonly attempts: number;
  readonly patience: number;
  readonly tell: (line: string) => void;
}

/** What one attempt brought: an answer that is used, or what to wait for before the next. */
interface Outcome {
  readonly response?: Response;
  readonly wait: Wait;
  /** What it means when the request is given up now. */
  readonly rule: "limited" | "server" | "network" | "timeout";
}

/** Waits some milliseconds, and throws a `WireError` if that is more than the request may wait in all. */
export type Waiting = (wait: Wait, rule: Outcome["rule"]) => Promise<void>;

/** Tries a request until an answer comes that is used; throws a `WireError` that says what was waited for. */
export async function attempted(
  ask: Ask,
  once: (waiting: Waiting) => Promise<Response>,
  manners: Patience,
): Promise<Response> {
  const waiting = waiter(ask, manners);
  for (let attempt = 1; ; attempt++) {
    const { response, wait, rule } = await outcome(() => once(waiting), attempt, manners.clock);
    if (response) return response;
    if (attempt >= manners.attempts) throw waiting.up(wait, rule, attempt);
    await waiting(wait, rule);
  }
}

const worth = new Set(["network", "timeout"]);

async function outcome(once: () => Promise<Response>, attempt: number, clock: Clock): Promise<Outcome> {
  try {
    const response = await once();
    const { status } = response;
    const rule = status === 429 ? "limited" : "server";
    if (status !== 429 && status !== 408 && status < 500) return { response, rule, wait: { ms: 0, why: "" } };
    const wait = waitAfter(response, attempt, clock);
    await response.body?.cancel();
    return { rule, wait };
  } catch (error) {
    if (!(error instanceof WireError && worth.has(error.rule))) throw error;
    return { rule: error.rule as Outcome["rule"], wait: waitAfterFailure(attempt, error.detail, clock) };
  }
}

function waiter({ thing, signal }: Ask, { clock, patience, tell }: Patience) {
  const waits: Wait[] = [];
  const spent = () => waits.reduce((sum, { ms }) => sum + ms, 0);
  const up = (last: Wait, rule: Outcome["rule"], attempts?: number) => {
    const tries = attempts ? `in ${attempts} attempts` : `and asks for ${seconds(last.ms)} more`;
    return new WireError(thing, rule, `${last.why}; given up ${tries}, after waiting ${seconds(spent())} in all`);
  };
  const waiting = async (wait: Wait, rule: Outcome["rule"]) => {
    if (spent() + wait.ms > patience) throw up(wait, rule);
    waits.push(wait);
    tell(`${thing}: waits ${seconds(wait.ms)}: ${wait.why}`);
    await clock.sleep(wait.ms, signal);
  };
  return Object.assign(waiting, { up });
}

function seconds(ms: number): string {
  return `${Number((ms / 1000).toFixed(1))} s`;
}
