import type { Basis } from "#kit/coverage.ts";
import { longMonth } from "#kit/format.ts";
import type { Comparison } from "#kit/published.ts";

const downloads = { noun: "downloads", denominator: "all downloads", window: "30 days" } as const;
const models = { noun: "models", denominator: "all models", window: "30 days" } as const;

/** Published figures of the question, each beside the nearest fact, with the evidence that would settle it. */
export function comparisonsOf({ asOf }: Basis): Comparison[] {
  const newer = `a listing of the complete Hub of the same months; this chapter's is of ${longMonth(asOf)}`;
  const lifetime = `${newer}, with lifetime counters`;
  const stated = `${newer}, and the report's word on which downloads it counts`;
  return [
    { published: "S26-07", fact: "hub-top-200", ...downloads, needs: stated },
    { published: "S26-08", fact: "top-200-part", ...models, window: "one day", needs: newer },
    { published: "S26-09", fact: "hub-under-200", ...models, needs: stated },
    { published: "SUM-08", fact: "hub-under-200", ...models, needs: lifetime },
    { published: "SUM-09", fact: "reach-99-2", ...models, needs: stated },
    { published: "SUM-10", fact: "hub-top-percent-and-half", ...downloads, needs: stated },
    { published: "OSB-01", fact: "hub-unused", ...models, needs: newer },
    { published: "OSB-02", fact: "hub-top-percent", ...downloads, needs: newer },
    { published: "BOU-01", fact: "top-50-owners", ...downloads, needs: lifetime },
  ];
}
