import type { Headline } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { nameText, say, show } from "#kit/text.ts";
import type { Listing } from "./listings.ts";
import { sharedAt, told } from "./overlap.ts";
import { wording } from "./wording.ts";

/** The numbers that stand for the chapter on the home page; each sentence goes on from its number. */
export function headlines(lead: Listing, days: readonly Listing[], facts: Readonly<Record<string, Fact>>): Headline[] {
  const whose = nameText(wording(lead.basis).whose);
  const series = days.flatMap(({ first }) => sharedAt(first, "like", "download", told)?.shared ?? []);
  const found: Headline[] = [
    {
      fact: "shared-25",
      sentence: say`of the ${show.value(told, "models")} most liked models of ${whose} are among their ${show.value(told, "models")} most downloaded, ${show.day(lead.day)}`,
      trend: series.length > 1 ? series : [],
    },
    {
      fact: "gain-shared-25",
      sentence: say`of the ${show.value(told, "models")} that drew most new likes since the ${wording(lead.basis).listing} before are among the ${show.value(told, "models")} with most downloads`,
    },
    {
      fact: "per-like",
      sentence: say`in a month for each like: the median of models of ${whose} that anyone likes`,
    },
  ];
  return found.filter(({ fact }) => fact in facts);
}
