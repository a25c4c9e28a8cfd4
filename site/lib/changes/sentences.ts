import { type Cause, causes } from "#kit/changes/causes.ts";
import { counted, grouped } from "../words.ts";
import type { ChangeEntry, Changes, Tally } from "./types.ts";

/** What a number of facts is told to be, by main cause. */
const told: Readonly<Record<Cause, string>> = {
  data: "moved with the data",
  "new population": "of a new population",
  definition: "defined otherwise",
  code: "moved by a change of code",
  correction: "corrected",
  "not comparable": "not comparable",
  unchanged: "unchanged",
};

/** "955 numbers stand in one edition or both: 716 unchanged, 236 not comparable, 3 moved with the data." */
export function tallySentence({ facts, tally }: Pick<Changes, "facts" | "tally">): string {
  const parts = tally.filter(({ count }) => count > 0).map(({ cause, count }) => `${grouped(count)} ${told[cause]}`);
  return `${counted(facts.length, "number")} stand in one of the two editions or in both: ${parts.join(", ")}.`;
}

/** Causes that any fact has, in their order: columns of a summary. */
export function present(tally: Tally): Cause[] {
  return causes.filter((cause) => tally.some((one) => one.cause === cause && one.count > 0));
}

/** The facts of a chapter by what is said of them. */
export interface Sorted {
  readonly changed: readonly ChangeEntry[];
  /** In both editions, and not comparable. */
  readonly apart: readonly ChangeEntry[];
  readonly unchanged: readonly ChangeEntry[];
  /** In the later edition alone. */
  readonly added: readonly ChangeEntry[];
  /** In the earlier edition alone. */
  readonly gone: readonly ChangeEntry[];
}

/** The facts of a chapter, each in one of the groups. */
export function sorted(facts: readonly ChangeEntry[], analysis: string): Sorted {
  const own = facts.filter((entry) => entry.analysis === analysis);
  const both = own.filter(({ old, new: now }) => old !== null && now !== null);
  const main = ({ causes: [first] }: ChangeEntry) => first?.cause;
  return {
    changed: both.filter((entry) => main(entry) !== "not comparable" && main(entry) !== "unchanged"),
    apart: both.filter((entry) => main(entry) === "not comparable"),
    unchanged: both.filter((entry) => main(entry) === "unchanged"),
    added: own.filter(({ old }) => old === null),
    gone: own.filter(({ new: now }) => now === null),
  };
}
