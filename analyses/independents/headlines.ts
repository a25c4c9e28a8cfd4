import type { Headline } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { say, show } from "#kit/text.ts";
import type { Population } from "./populations.ts";

/** The numbers that stand for the chapter on the home page; each sentence goes on from its number. */
export function headlines({ basis }: Population, facts: Readonly<Record<string, Fact>>): Headline[] {
  const day = show.month(basis.asOf);
  const quantised = facts["lineage-quantized-independent-models"];
  return [
    {
      fact: "unclassified-models",
      sentence: say`of the Hub’s models in ${day} had owners whom no registry at hand classifies`,
    },
    {
      fact: "unclassified-downloads",
      sentence: say`of the Hub’s downloads in the month before went to models of such owners`,
    },
    ...(quantised === undefined
      ? []
      : [
          {
            fact: "lineage-quantized-independent-models",
            sentence: say`of listed quantised text models of ${show.month(quantised.basis.asOf)} were made by known individuals and communities`,
          },
        ]),
  ];
}
