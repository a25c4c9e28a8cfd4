import type { Fact } from "#kit/facts.ts";
import { brief, nameText, say, show, type Text } from "#kit/text.ts";
import type { Counted } from "./facts/weight.ts";

/** The title and the standfirst. */
export function finding(
  { population }: Counted,
  facts: Readonly<Record<string, Fact>>,
): { title: Text; standfirst: Text } {
  const get = (id: string): Fact => facts[id] as Fact;
  const { complete } = population.basis;
  const listed = complete ? say`of the Hub's models` : say`of models on a list`;
  const [part, drawn] = [brief(get("science-share")), brief(get("downloads-share"))];
  return {
    title:
      population.sayings === "name"
        ? say`In ${show.month(population.basis.asOf)} ${part} of models named a science, and drew ${drawn} of downloads`
        : say`${part} ${listed} say a science, and draw ${drawn} of downloads`,
    standfirst: say`Counted by whole words in ${where(population)}, among ${nameText(population.words)}. ${surely(facts)}`,
  };
}

const where = ({ sayings }: Counted["population"]): string => (sayings === "name" ? "names" : "tags and names");

/** How far the words can be trusted: by labels where a sample is at hand, else by nothing but the registry. */
function surely(facts: Readonly<Record<string, Fact>>): Text {
  const { precision } = facts;
  if (precision === undefined)
    return say`Names alone are at hand, so this finds what calls itself science and misses the rest.`;
  return say`By labelled samples of two lists, ${precision} of the matches of a word with a domain are right.`;
}
