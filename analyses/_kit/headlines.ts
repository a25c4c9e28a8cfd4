import type { Headline } from "./define.ts";
import type { Fact } from "./facts.ts";
import { suggest } from "./suggest.ts";
import type { Check, Report } from "./tell.ts";

/** A headline with its words resolved. */
export interface Headlined {
  readonly id: string;
  readonly fact: Fact;
  readonly sentence: string;
  readonly trend: readonly number[];
}

/** Resolves the headlines of a chapter; one without its fact is reported and left out. */
export function headlined(
  headlines: readonly Headline[],
  facts: ReadonlyMap<string, Fact>,
  check: Check,
  report: Report,
): Headlined[] {
  return headlines.flatMap(({ fact: id, sentence, trend = [] }) => {
    const fact = facts.get(id);
    const words = check(sentence, `headline "${id}"`);
    if (fact !== undefined) return [{ id, fact, sentence: words, trend }];
    report(`"${id}"`, `headline: no fact "${id}".${suggest(id, [...facts.keys()])}`);
    return [];
  });
}
