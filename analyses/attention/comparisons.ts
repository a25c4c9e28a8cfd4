import type { Fact } from "#kit/facts.ts";
import type { Comparison } from "#kit/published.ts";

const window = "30 days";
const models = { noun: "models", denominator: null, window } as const;

/** Published figures of the question, each beside the nearest fact, with the evidence that would settle it. */
export function comparisonsOf(facts: Readonly<Record<string, Fact>>): Comparison[] {
  const nearest = (...ids: readonly string[]): string => ids.find((id) => id in facts) ?? ids.at(-1) ?? "";
  const all: Comparison[] = [
    {
      ...{ published: "SUM-11", fact: nearest("radar-shared-25", "shared-25"), ...models },
      needs: "two snapshots of the complete Hub, at the ends of the report's window, with lifetime counters",
    },
    {
      ...{ published: "S26-41", fact: nearest("sample-reported-like-rank", "reported-like-rank") },
      ...{ noun: "likes", denominator: null, window: "lifetime" },
      needs: "likes of every model of the complete Hub in early 2026",
    },
    {
      ...{ published: "SUM-12", fact: nearest("radar-used-from-2022", "used-from-2022"), ...models },
      needs: "two snapshots of the complete Hub, at the ends of the report's window, with lifetime counters",
    },
    {
      ...{ published: "SUM-13", fact: nearest("radar-used-from-2026", "used-from-2026"), ...models },
      needs: "two snapshots of the complete Hub, at the ends of the report's window, with lifetime counters",
    },
  ];
  return all.filter(({ fact }) => fact in facts);
}
