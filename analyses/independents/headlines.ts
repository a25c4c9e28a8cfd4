import type { Headline } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { say, show } from "#kit/text.ts";
import type { Population } from "./populations.ts";

/** The numbers that stand for the chapter on the home page, those of its finding first; each sentence goes on from its number. */
export function headlines(
  { basis }: Population,
  facts: Readonly<Record<string, Fact>>,
  recent: boolean,
): readonly Headline[] {
  const owned = [
    {
      fact: "unclassified-models",
      sentence: say`of the Hub’s models in ${show.month(basis.asOf)} had owners whom no registry at hand classifies`,
    },
    {
      fact: "unclassified-downloads",
      sentence: say`of the Hub’s downloads in the month to ${show.day(basis.asOf)} went to models of unclassified owners`,
    },
  ];
  const quantised = facts[made];
  if (quantised === undefined) return owned;
  const redistributed = {
    fact: made,
    sentence: say`of listed quantised text models of ${show.month(quantised.basis.asOf)} were made by known individuals and communities`,
  };
  return recent ? [...owned, redistributed] : [redistributed, ...owned];
}

const made = "lineage-quantized-independent-models";
