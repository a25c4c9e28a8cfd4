import { count, type Fact } from "#kit/facts.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { paperLinks } from "../tables.ts";
import type { Counted } from "./weight.ts";

/** How many papers repositories of science name, and of how many the upvotes are known; the second on the Hub alone. */
export function paperFacts(
  prefix: string,
  { population }: Counted,
  links: readonly Row<typeof paperLinks>[],
): Readonly<Record<string, Fact>> {
  const science = links.find(({ domain }) => domain === "(any)");
  if (science === undefined) return {};
  const made = (value: number, definition: string): Fact =>
    count({ value, unit: "papers", definition, basis: population.basis });
  const named = `Papers of arXiv that those of ${population.words} name that say a domain of science`;
  const upvoted = science.upvoted_papers;
  return {
    [`${prefix}papers`]: made(science.papers, `${named}.`),
    ...(upvoted === null
      ? {}
      : { [`${prefix}upvoted-papers`]: made(upvoted, `${named} and whose upvotes the Hub's daily list states.`) }),
  };
}
