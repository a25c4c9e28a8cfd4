import type { Headline } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { nameText, say } from "#kit/text.ts";
import type { Family } from "./families.ts";

/** Numbers that stand for the chapter on the home page. */
export function headlines(facts: Readonly<Record<string, Fact>>, [first]: readonly Family[]): Headline[] {
  const all: Headline[] = [
    {
      fact: "first-share",
      sentence: say`of what others build on registered families, among models that this edition sees, is built on ${nameText(first?.family ?? "")}`,
    },
    { fact: "standing", sentence: say`recommendations for builders stand under every bound and way to count` },
  ];
  return all.filter(({ fact }) => fact in facts);
}
