import type { Basis } from "#kit/coverage.ts";
import { longMonth } from "#kit/format.ts";
import type { Comparison } from "#kit/published.ts";

const downloads = { noun: "downloads", denominator: "all downloads", window: "30 days" } as const;
const models = { noun: "models", denominator: "all models", window: "one day" } as const;

/** Published figures of the question, each beside the nearest fact, with the evidence that would settle it. */
export function comparisonsOf({ asOf }: Basis): Comparison[] {
  const owned = `downloads of every model over those years, and a list of owners by kind that says who is independent; this chapter's listing is of ${longMonth(asOf)}`;
  const weekly = "downloads by week over 2025, and a list of owners by kind";
  const noun = "the publication's word on what it counts as development, and its list of owners by kind";
  return [
    { published: "S26-14", fact: "independent-downloads", ...downloads, needs: owned },
    { published: "S26-15", fact: "before-independent-downloads", ...downloads, needs: owned },
    { published: "S26-16", fact: "independent-downloads", ...downloads, needs: weekly },
    { published: "S26-17", fact: "before-industry-models", ...models, needs: noun },
    { published: "S26-18", fact: "industry-models", ...models, needs: noun },
  ];
}
