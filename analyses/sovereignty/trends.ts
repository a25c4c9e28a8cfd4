import { refute } from "#kit/claims.ts";
import type { Fact } from "#kit/facts.ts";
import { claim, say, type Text } from "#kit/text.ts";

/** Words for each way that a number can go between two days. */
export interface Ways {
  readonly rose: string;
  readonly fell: string;
  /** Where neither holds in every variant and within all bounds. */
  readonly else: string;
}

/** Says which way a number went, in the words that the facts bear out under every way to count. */
export function trend(from: Fact, to: Fact, ways: Ways): Text {
  const way = (["rose", "fell"] as const).find((says) => refute(says, [from, to]) === null);
  return way === undefined ? say`${ways.else}` : claim(way, [from, to], ways[way]);
}

/** Whether, of the shares of China and the United States before and after, China's passed the other on the headline count. */
export function overtakes(facts: readonly Fact[]): boolean {
  return refute("overtook", facts, "headline") === null;
}
