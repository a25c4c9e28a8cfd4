import { count, type Fact, numeric, share } from "#kit/facts.ts";
import { anyDomain, anySubstring, sumsOf } from "../groups.ts";
import type { Counted } from "./weight.ts";

type Facts = Readonly<Record<string, Fact>>;

/** How the substrings of an earlier report and whole words differ over one population; nothing where it has no tags. */
export function substringFacts(prefix: string, { owners, population }: Counted): Facts {
  const { noun, words, basis } = population;
  const [flagged, said] = [sumsOf(owners, anySubstring), sumsOf(owners, anyDomain)];
  const both = sumsOf(owners, (row) => anySubstring(row) && anyDomain(row)).repositories;
  const missed = said.repositories - both;
  if (population.sayings === "name") return {};
  return {
    [`${prefix}flagged`]: count({
      value: flagged.repositories,
      unit: noun,
      definition: `Those of ${words} with bio, medic or science (but not bigscience) anywhere in a tag.`,
      basis,
    }),
    ...(flagged.repositories === 0
      ? {}
      : {
          [`${prefix}flagged-only`]: share({
            part: flagged.repositories - both,
            whole: flagged.repositories,
            unknown: 0,
            n: flagged.repositories,
            definition: `Share of those of ${words} with such a substring that say no domain of science in whole words of their own.`,
            basis,
          }),
        }),
    [`${prefix}missed`]: share({
      part: missed,
      whole: said.repositories,
      unknown: 0,
      n: said.repositories,
      definition: `Share of those of ${words} that say a domain of science in whole words and have no such substring in a tag.`,
      basis,
    }),
  };
}

/** What a share leaves of the whole. */
function rest(share: number): number {
  return 1 - share;
}

/** What is false among the matches of each substring, by the labelled sample. */
export function falseFacts(facts: Facts): Facts {
  return Object.fromEntries(
    ["bio", "med", "science"].flatMap((flag) => {
      const right = facts[`precision-substring-${flag}`];
      if (right === undefined) return [];
      const bounds = right.bounds && { lower: rest(right.bounds.upper), upper: rest(right.bounds.lower) };
      const definition = `Share of the models with this substring in a tag that are not of its domain: one less the precision. ${right.definition}`;
      const variants = right.variants.map(({ label, value }) => ({ label, value: rest(value) }));
      return [[`false-${flag}`, { ...right, value: rest(numeric(right)), bounds, definition, variants }]];
    }),
  );
}
