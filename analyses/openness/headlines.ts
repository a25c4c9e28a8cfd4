import type { Basis } from "#kit/coverage.ts";
import type { Headline } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { say } from "#kit/text.ts";
import { whose } from "./wording.ts";

/** The numbers that stand for the chapter on the home page; each sentence goes on from its number. */
export function headlines(facts: Readonly<Record<string, Fact>>, basis: Basis): Headline[] {
  const get = (id: string): Fact => facts[id] as Fact;
  const { short } = whose(basis);
  const all: Headline[] = [
    {
      fact: "permissive-downloads",
      sentence: say`of the downloads of ${short} models go to permissive licences, which ${get("permissive-models")} of the models state`,
    },
    {
      fact: "none-models",
      sentence: say`of ${short} models declare no licence; of those that are much downloaded, ${get("undeclared-reach")}`,
    },
    {
      fact: "permissive-cn-downloads",
      sentence: say`of downloads from publishers in China are permissive, and ${get("permissive-us-downloads")} of those from the United States`,
    },
  ];
  return all.filter(({ fact }) => fact in facts);
}

/** What the database of models leaves out. */
export const accessHeadline: Headline = {
  fact: "access-unstated",
  sentence: say`of the models that Epoch AI lists are open or closed in a way that the list does not state`,
};

/** Numbers of an edition that knows cards, but no licences. */
export function cardHeadlines(facts: Readonly<Record<string, Fact>>): Headline[] {
  const get = (id: string): Fact => facts[id] as Fact;
  return [
    {
      fact: "model-card",
      sentence: say`of the models of the Hub in October 2022 had a card, and ${get("model-card-downloads")} of downloads went to them`,
    },
    {
      fact: "dataset-card",
      sentence: say`of its datasets in March 2023 had a card with words in it, and ${get("dataset-file")} a card file`,
    },
  ];
}
