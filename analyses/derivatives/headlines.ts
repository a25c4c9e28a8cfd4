import type { Headline } from "#kit/define.ts";
import { nameText, say } from "#kit/text.ts";
import type { Facts } from "./facts/companies.ts";
import type { Population } from "./population.ts";
import { whose } from "./wording.ts";

/** The numbers that stand for the chapter on the home page; each sentence goes on from its number. */
export function headlines({ basis }: Population, facts: Facts): Headline[] {
  const who = nameText(whose(basis).who);
  const get = (id: string) => facts[id] ?? "";
  const all: Headline[] = [
    {
      fact: "ratio-root",
      sentence: say`as many ${who} go back to Alibaba as to Google and Meta together; one step back it is ${get("ratio-base")}`,
    },
    {
      fact: "meta-root-share",
      sentence: say`of derived ${who} go back to Meta, which ${get("meta-base-share")} name as base`,
    },
    { fact: "copies-base", sentence: say`of derived ${who} name a re-uploader's copy as base` },
    { fact: "one-step", sentence: say`of derived ${who} are one step from their root` },
  ];
  return all.filter(({ fact, sentence }) => fact in facts && sentence.text !== "");
}
