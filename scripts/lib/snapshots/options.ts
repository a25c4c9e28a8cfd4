import { z } from "zod";
import { choose, UsageError } from "../cli.ts";
import { copies, type Wanted } from "../hub/copies.ts";
import type { Accepted } from "./decide.ts";
import { asksSeries, type SeriesCall, type SeriesTyped, seriesOf } from "./series/options.ts";

const verbs = ["pull", "admit", "check", "list"] as const;
const sources = [...(Object.keys(copies) as (keyof typeof copies)[]), "listing"] as const;

/** The options of the command as they were typed. */
export interface Typed extends SeriesTyped {
  readonly date?: string | undefined;
  readonly revision?: string | undefined;
  readonly top?: string | undefined;
  readonly check?: boolean | undefined;
  readonly accept?: string | undefined;
  readonly because?: string | undefined;
}

/** What the command is asked to do. */
export type Call =
  | { readonly verb: "list" }
  | { readonly verb: "admit" | "check"; readonly dir: string }
  | { readonly verb: "pull"; readonly wanted: Wanted; readonly check: boolean }
  | { readonly verb: "listing"; readonly top: number; readonly check: boolean }
  | SeriesCall;

/** Reads words and options; throws a `UsageError` that says what is missing or does not go together. */
export function callOf(words: readonly string[], typed: Typed): Call {
  const [first = typed.source === undefined ? "list" : "pull", dir = "", ...rest] = words;
  const verb = verbs.find((known) => known === first);
  if (!verb) throw new UsageError(`unknown verb "${first}"; known: ${verbs.join(", ")}`);
  if (verb === "pull") return pullOf(words.slice(1), typed);
  refuseAll(
    typed,
    ["source", "date", "revision", "top", "check", ...ofSeries],
    (name) => `--${name} goes with pull, not with ${verb}`,
  );
  if (rest.length > 0 || (verb === "list" && dir !== "")) throw new UsageError(`${verb} takes one folder at most`);
  if (verb === "list") return listOf(typed);
  if (dir === "") throw new UsageError(`${verb} needs the folder of a snapshot`);
  return { verb, dir };
}

function listOf(typed: Typed): Call {
  refuseAll(typed, ["accept", "because"], (name) => `--${name} goes with pull, admit and check, not with list`);
  return { verb: "list" };
}

function pullOf(words: readonly string[], typed: Typed): Call {
  if (words.length > 0) throw new UsageError("pull takes no folder; it makes its own below .cache/incoming");
  if (asksSeries(typed)) return seriesCall(typed);
  if (typed.source === undefined) throw new UsageError(`pull needs --source ${sources.join("|")}`);
  const source = choose([typed.source], sources, "source")[0] as (typeof sources)[number];
  const check = typed.check ?? false;
  if (source === "listing") return listingOf(typed);
  refuseAll(typed, ["top"], (name) => `--${name} goes with --source listing`);
  return { verb: "pull", wanted: source === "weekly" ? weeklyOf(typed) : dailyOf(typed), check };
}

const ofSeries = ["from", "to", "every", "keep-raw"] as const;

function seriesCall(typed: Typed): Call {
  const waiver = "waives nothing: admit the folder in quarantine by itself, then run the series again";
  refuseAll(typed, ["accept", "because"], (name) => `--${name}: a series ${waiver}`);
  refuseAll(typed, ["date", "revision", "top", "check"], (name) => `--${name} does not go with --from, --to, --every`);
  return seriesOf(typed);
}

function weeklyOf(typed: Typed): Wanted {
  refuseAll(typed, ["revision"], () => "--revision goes with --source daily; weekly copies have their day: --date");
  return { source: "weekly", date: dayOf(typed.date) };
}

function dailyOf({ date, revision }: Typed): Wanted {
  if (revision === undefined) return { source: "daily", date: dayOf(date) };
  if (date !== undefined) throw new UsageError("give --date or --revision, not both");
  if (revision === "") throw new UsageError("--revision needs a branch, a tag or a commit");
  return { source: "daily", revision };
}

function listingOf(typed: Typed): Call {
  refuseAll(typed, ["date", "revision"], (name) => `--${name} does not go with --source listing, which is of today`);
  if (!/^[1-9]\d*$/.test(typed.top ?? "")) throw new UsageError("--source listing needs --top N, a number from 1 on");
  return { verb: "listing", top: Number(typed.top), check: typed.check ?? false };
}

function dayOf(text: string | undefined): string {
  if (text === undefined) throw new UsageError("which day? --date YYYY-MM-DD");
  if (!z.iso.date().safeParse(text).success) throw new UsageError(`--date takes YYYY-MM-DD, not "${text}"`);
  return text;
}

function refuseAll(typed: Typed, names: readonly (keyof Typed)[], why: (name: string) => string): void {
  const strange = names.filter((name) => typed[name] !== undefined);
  if (strange.length > 0) throw new UsageError(strange.map(why).join("\n"));
}

/** The waivers that a person gives, on a day. */
export function acceptedOf({ accept, because }: Typed, on: string): Accepted {
  const rules = (accept ?? "").split(",").filter((rule) => rule !== "");
  const reason = (because ?? "").trim();
  if (rules.length > 0 && reason === "") throw new UsageError('--accept needs --because "..."');
  if (rules.length === 0 && because !== undefined) throw new UsageError("--because needs --accept RULE");
  return { rules: [...new Set(rules)], because: reason, on };
}
