import type { Headline } from "#kit/define.ts";
import { say, show } from "#kit/text.ts";
import type { Population } from "./populations.ts";

/** The numbers that stand for the chapter on the home page; each sentence goes on from its number. */
export function headlines({ basis }: Population): Headline[] {
  const day = show.month(basis.asOf);
  return [
    {
      fact: "unclassified-models",
      sentence: say`of the Hub's models in ${day} had owners whom no registry at hand classifies`,
    },
    {
      fact: "unclassified-downloads",
      sentence: say`of the Hub's downloads in the month before went to models of such owners`,
    },
  ];
}
