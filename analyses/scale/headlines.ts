import type { Headline } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { nameText, say, show, type Text } from "#kit/text.ts";
import { everyFit } from "./doubling.ts";
import type { Listed } from "./listed.ts";
import { plural } from "./wording.ts";

/** The numbers that stand for the chapter on the home page; each sentence goes on from its number. */
export function headlines(listed: readonly Listed[], facts: Readonly<Record<string, Fact>>, whole: string): Headline[] {
  const one = (fact: string, sentence: Text, trend: readonly number[]): Headline => ({ fact, sentence, trend });
  const all = listed.flatMap(({ kind, series, headline }) => {
    const name = nameText(plural[kind]);
    return [
      one(
        `${plural[kind]}-doubling`,
        say`is the doubling time of the ${name} of ${nameText(whole)}, fitted to the year before ${show.day(series.day)}`,
        everyFit(headline).map(({ fit }) => fit.doubling),
      ),
      one(
        `${plural[kind]}-listed`,
        say`${name} are in the newest listing at hand, of ${show.day(series.day)} (${nameText(whole)})`,
        series.months.map(({ total }) => total),
      ),
    ];
  });
  return all.filter(({ fact }) => fact in facts).slice(0, 2);
}
