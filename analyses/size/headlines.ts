import type { Headline } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { brief, say, show } from "#kit/text.ts";
import { giantEnd } from "./bands.ts";
import type { Population } from "./populations.ts";

/** The numbers that stand for the chapter on the home page; each sentence goes on from its number. */
export function headlines({ short, basis }: Population, facts: Readonly<Record<string, Fact>>): Headline[] {
  const get = (id: string): Fact => facts[id] as Fact;
  const all: Headline[] = [
    {
      fact: "median-downloads",
      sentence: say`parameters has the median download of ${short} models in the month to ${show.day(basis.asOf)}; the mean is ${brief(get("mean-downloads"))}`,
    },
    {
      fact: "giants-in-mean-downloads",
      sentence: say`of that mean comes from models above ${show.label(giantEnd, "parameters")} parameters, which take ${get("above-100b-downloads")} of downloads`,
    },
    {
      fact: "known-downloads",
      sentence: say`of downloads of ${short} models go to a model whose size is known`,
    },
  ];
  return all.filter(({ fact }) => fact in facts);
}
