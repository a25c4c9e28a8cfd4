import type { Evidence } from "#kit/define.ts";
import { count, type Fact, share } from "#kit/facts.ts";
import { beyond, sixWeeks, sizeOf, type Watched } from "../spells.ts";
import type { listStays } from "../tables.ts";

type Facts = Readonly<Record<string, Fact>>;

/** How long models stay on the daily listing: a description of it, not of attention. */
export function listingFacts({ rows, basis }: Evidence<typeof listStays>): Facts {
  const stays: Watched[] = rows.map(({ author, days, left_early, models }) => ({
    ...{ author, exit: days, event: left_early, n: models },
  }));
  const { models, fell, authors } = sizeOf(stays);
  if (authors < 2) return {};
  return {
    "list-joined": count({
      ...{ value: models, unit: "models", basis },
      definition: "Models that joined the daily listing after its first day, before the cap.",
    }),
    "list-left": count({
      ...{ value: fell, unit: "models", n: models, basis },
      definition: "Of these, those that were last listed more than a week before the cap.",
    }),
    "list-beyond": share({
      ...{ part: beyond(stays, sixWeeks) * models, whole: models, unknown: 0, n: models, basis },
      definition: "Share of models that stay on the daily listing for more than six weeks, by Kaplan and Meier.",
    }),
  };
}
