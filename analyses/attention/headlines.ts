import type { Headline } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { nameText, say, show } from "#kit/text.ts";
import { movesLead } from "./finding.ts";
import { type Step, sharedGains } from "./gains.ts";
import type { Listing } from "./listings.ts";
import { sharedAt, told } from "./overlap.ts";
import { wording } from "./wording.ts";

/** What the headlines are taken from, beside the listing that leads. */
export interface Series {
  readonly days: readonly Listing[];
  readonly steps: readonly Step[];
  readonly lists: readonly Listing[];
}

/** The numbers that stand for the chapter on the home page; each sentence goes on from its number. */
export function headlines(
  lead: Listing,
  { days, steps, lists }: Series,
  facts: Readonly<Record<string, Fact>>,
): Headline[] {
  const { whose: population, listing } = wording(lead.basis);
  const [whose, many] = [nameText(population), show.value(told, "models")];
  const stock: Headline = {
    fact: "shared-25",
    sentence: say`of the ${many} most liked models of ${whose} are among their ${many} most downloaded, ${show.day(lead.day)}`,
    trend: line(days.map(({ first }) => sharedAt(first, "like", "download", told)?.shared)),
  };
  const moves: Headline = {
    fact: "gain-shared-25",
    sentence: say`of the ${many} with most new likes since the ${listing} before are among the ${many} with most downloads, ${show.day(lead.day)}`,
    trend: line(steps.map(({ matched }) => sharedGains(matched, "download", told)?.shared)),
  };
  const ratio: Headline = {
    fact: "per-like",
    sentence: say`downloads in a month for each like: the median of models of ${whose} that anyone likes`,
  };
  const found = movesLead(lead, lists) ? [moves, stock, ratio] : [stock, moves, ratio];
  return found.filter(({ fact }) => fact in facts);
}

/** A line of known values; none of a single one. */
function line(values: readonly (number | undefined)[]): number[] {
  const known = values.filter((value) => value !== undefined);
  return known.length > 1 ? known : [];
}
