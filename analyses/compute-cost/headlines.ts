import type { Headline } from "#kit/define.ts";
import { type Fact, quantileOf } from "#kit/facts.ts";
import { say } from "#kit/text.ts";
import { ratioYears } from "./facts/ratios.ts";
import { type Ratio, votes } from "./peers.ts";

/** The numbers that stand for the chapter on the home page; each sentence goes on from its number. */
export function headlines(ratios: readonly Ratio[], facts: Readonly<Record<string, Fact>>): Headline[] {
  const get = (id: string): Fact => facts[id] as Fact;
  return [
    {
      fact: "median-ratio",
      sentence: say`the price of their open peers is what closed models ask at the median`,
      trend: ratioYears(ratios).map(({ ratios: own }) => quantileOf(votes(own), 0.5)),
    },
    {
      fact: "share-above-10",
      sentence: say`of closed models cost more than the low end of a published claim, ${get("claimed-low")} their open peers`,
    },
    {
      fact: "own-dearer",
      sentence: say`of ${get("own-priced")} open models cost more on rented hardware, in long work, than at their cheapest seller; in short work ${get("own-dearer-short")}`,
    },
    {
      fact: "gap-2024",
      sentence: say`the largest open training run of 2024 is what the largest closed one is estimated at; a year before it was ${get("gap-2023")}`,
    },
  ];
}
