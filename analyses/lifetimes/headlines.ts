import type { Headline } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { say, show } from "#kit/text.ts";

const part = 0.5;

/** The numbers that stand for the chapter on the home page; each sentence goes on from its number. */
export function headlines(facts: Readonly<Record<string, Fact>>): Headline[] {
  const all: Headline[] = [
    {
      fact: "release-half",
      sentence: say`days until the median release of the crawled namespaces has ${show.value(part, "share")} of its first full month's downloads`,
    },
    {
      fact: "discussion-mean-age",
      sentence: say`days from a release to a discussion on its page, on average, in the same namespaces`,
    },
    {
      fact: "peak-half",
      sentence: say`days until the median embedding model of a daily listing has come down to ${show.value(part, "share")} of its peak`,
    },
  ];
  const onHub: Headline = {
    fact: "hub-release-half",
    sentence: say`days until the median new model of the whole Hub has ${show.value(part, "share")} of its first full month's downloads`,
  };
  return [...all, onHub].filter(({ fact }) => fact in facts);
}
