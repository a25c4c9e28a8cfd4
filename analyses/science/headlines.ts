import type { Headline } from "#kit/define.ts";
import { nameText, say } from "#kit/text.ts";
import type { Counted } from "./facts/weight.ts";

/** The numbers that stand for the chapter on the home page; each sentence goes on from its number. */
export function headlines({ population }: Counted): Headline[] {
  const among = nameText(population.words);
  return [
    {
      fact: "science-share",
      sentence: say`of ${among} say a domain of science in their own ${population.sayings === "name" ? "name" : "tags or name"}`,
    },
    { fact: "downloads-share", sentence: say`of the downloads of ${among} go to those that say a domain of science` },
    { fact: "precision", sentence: say`of such matches are right, by labels of a sample from every domain` },
    {
      fact: "biology-unrecorded",
      sentence: say`of biology models in Epoch AI's database have no record of whether their weights are open`,
    },
  ];
}
