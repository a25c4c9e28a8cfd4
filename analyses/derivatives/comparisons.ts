import type { Comparison } from "#kit/published.ts";

const stock = { noun: "derivatives", denominator: null, window: "one day" } as const;
const bases = "the base models that every model of the complete Hub declares";

/** Published figures of the question, each beside the nearest fact. */
export const comparisons: readonly Comparison[] = [
  { published: "S26-24", fact: "alibaba-base", ...stock, needs: bases },
  { published: "S26-25", fact: "alibaba-root", ...stock, needs: "the tags of every model of the complete Hub" },
  { published: "S26-26", fact: "ratio-base", ...stock, needs: bases },
  { published: "SUM-25", fact: "alibaba-others", ...stock, needs: bases },
  { published: "SUM-26", fact: "google-others", ...stock, needs: bases },
  { published: "SUM-27", fact: "alibaba-to-meta", ...stock, needs: bases },
  { published: "SUM-28", fact: "alibaba-to-llama", ...stock, needs: bases },
  { published: "SUM-30", fact: "alibaba-quantised", ...stock, needs: `${bases}, and its formats` },
  { published: "DSM-01", fact: "alibaba-base", ...stock, needs: bases },
  { published: "DSM-02", fact: "google-base", ...stock, needs: bases },
  { published: "DSM-03", fact: "meta-base", ...stock, needs: bases },
  { published: "DSM-04", fact: "openai-base", ...stock, needs: bases },
  { published: "XIN-02", fact: "alibaba-base", ...stock, needs: "derivatives on every platform" },
  {
    published: "LAU-01",
    fact: "models",
    noun: "models",
    denominator: null,
    window: "one day",
    needs: "a listing of the complete Hub in 2025",
  },
  ...["ATM-04", "ATM-05"].map((published) => ({
    ...{ published, fact: "alibaba-base-share", ...stock, denominator: "all derivatives" },
    needs: `${bases}, with creation dates`,
  })),
];
