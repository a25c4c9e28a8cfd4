import { count, type Fact, share, sum } from "#kit/facts.ts";
import { type Frequency, items, total } from "#kit/stats/frequency.ts";
import { topShare } from "#kit/stats/top.ts";
import type { Distribution } from "../distributions.ts";
import { type Counter, counters } from "../tables/counters.ts";

type Facts = Readonly<Record<string, Fact>>;

/** How many models the published share of the most downloaded is about. */
export const published = 200;

/** What two reports count models below, in downloads. */
export const little = 200;

/** What the counter covers, as definitions have it. */
export function covering(counter: Counter): string {
  return counter === counters.window ? "in the 30 days before the listing" : "since the model was created";
}

/** Sizes of a population, the share of its most downloaded models, and the shares of models with few downloads or none. */
export function populationFacts(one: Distribution): Facts {
  const { id, models, old, unknown, counter, basis } = one;
  const n = items(models) + unknown;
  const top = Math.min(published, items(models));
  return {
    [`${id}-models`]: count({
      value: n,
      unit: "models",
      definition: `Models of the population, listed on its day.`,
      basis,
    }),
    [`${id}-downloads`]: sum({
      value: total(models),
      unit: "downloads",
      n,
      definition: `Downloads of all models ${covering(counter)}.`,
      basis,
    }),
    [`${id}-top-${published}`]: topFact(one, top, []),
    [`${id}-unused`]: below(one, models, unknown, 1, `Models without a download ${covering(counter)}, over all models`),
    [`${id}-under-${little}`]: below(
      ...([one, models, unknown, little] as const),
      `Models with fewer than ${little} downloads ${covering(counter)}, over all models`,
    ),
    ...(items(old) === 0
      ? {}
      : {
          [`${id}-under-${little}-old`]: below(
            ...([one, old, 0, little] as const),
            `Models with fewer than ${little} downloads ${covering(counter)}, over models that are a year or older`,
          ),
        }),
  };
}

/** The share of the `k` most downloaded models, with what it is when models are counted otherwise. */
export function topFact({ models, counter, basis }: Distribution, k: number, variants: Fact["variants"]): Fact {
  const whole = total(models);
  return share({
    part: topShare(models, k) * whole,
    whole,
    unknown: 0,
    n: items(models),
    definition: `Downloads of the ${k} most downloaded models ${covering(counter)}, over those of all models.`,
    basis,
    variants,
  });
}

function below(
  one: Distribution,
  table: readonly Frequency[],
  unknown: number,
  limit: number,
  definition: string,
): Fact {
  const part = items(table.filter(({ value }) => value < limit));
  const whole = items(table) + unknown;
  return share({ part, whole, unknown, n: whole, definition: `${definition}.`, basis: one.basis });
}
