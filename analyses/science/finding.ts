import type { Fact } from "#kit/facts.ts";
import { brief, nameText, say, type Text } from "#kit/text.ts";
import type { Counted } from "./facts/weight.ts";

/** The title and the standfirst. */
export function finding({ population }: Counted, get: (id: string) => Fact): { title: Text; standfirst: Text } {
  const { complete } = population.basis;
  const listed = complete ? say`of the Hub's models` : say`of newly listed models`;
  return {
    title: say`Science is ${brief(get("science-share"))} ${listed} and ${brief(get("downloads-share"))} of downloads`,
    standfirst: say`Counted by whole words in tags and names, among ${nameText(population.words)}. By labelled samples, ${get("precision")} of those matches are right.`,
  };
}
