import type { FactId, Recommendation, Standing } from "./recommendations.ts";
import type { Check } from "./tell.ts";

/** Advice with its words resolved. */
export interface Recommended {
  readonly id: string;
  readonly sentence: string;
  readonly rule: string;
  readonly unless: string;
  readonly standing: Standing;
  readonly because: string;
  /** The facts of other analyses that it rests on, each once. */
  readonly facts: readonly FactId[];
}

/** Resolves the words of advice, by id; what was typed in them is checked like the words of figures. */
export function recommended(all: readonly Recommendation[], check: Check): ReadonlyMap<string, Recommended> {
  return new Map(all.map((one) => [one.id, resolved(one, check)]));
}

function resolved(
  { id, sentence, rule, unless, standing, because, conditions }: Recommendation,
  check: Check,
): Recommended {
  const words = (text: typeof sentence, what: string) => check(text, `${what} of recommendation "${id}"`);
  const facts = conditions.flatMap((one) => ("than" in one ? [one.fact, one.than] : [one.fact]));
  return {
    ...{ id, standing, facts: [...new Set(facts)] },
    ...{ sentence: words(sentence, "sentence"), rule: words(rule, "rule"), unless: words(unless, "withdrawal") },
    because: words(because, "reason"),
  };
}
