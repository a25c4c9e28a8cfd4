import type { Variant } from "#kit/facts.ts";
import { headlineRule, type PriceRow, type Ratio, type Rule, ratiosBy } from "./peers.ts";

/** Another defensible rule, in words that finish "counted with …". */
export interface OtherRule {
  readonly label: string;
  readonly rule: Rule;
}

const other = (label: string, change: Partial<Rule>): OtherRule => ({ label, rule: { ...headlineRule, ...change } });

/** Other rules, each with one thing changed. */
export const otherRules: readonly OtherRule[] = [
  other("equal parts of input and output", { price: "blended_1_1" }),
  other("nine parts input to one part output", { price: "blended_9_1" }),
  other("the cheapest provider instead of the median one", { price: "cheapest_3_1" }),
  ...[3, 12].map((months) => other(`releases at most ${months} months apart`, { months })),
  ...[1, 5].map((peers) => other(`open peers needed: ${peers}`, { peers })),
  other("any modality and context", { alike: false }),
  other("names that end in -latest counted as models", { aliases: true }),
  other("every model that is sold, catalogued or not", { everyModel: true }),
  other("every model that is sold, disputed ones as open", { everyModel: true, disputed: "open" }),
  other("every model that is sold, disputed ones as closed", { everyModel: true, disputed: "closed" }),
  other("prices of OpenRouter's list", { source: "openrouter-list" }),
  other("prices of genai-prices", { source: "genai-prices" }),
];

/** What a statistic of the ratios gives under every other rule that compares anything. */
export function variantsOf(rows: readonly PriceRow[], statistic: (ratios: readonly Ratio[]) => number): Variant[] {
  return otherRules.flatMap(({ label, rule }) => {
    const ratios = ratiosBy(rows, rule);
    return ratios.length === 0 ? [] : [{ label, value: statistic(ratios) }];
  });
}
