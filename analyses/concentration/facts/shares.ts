import { count, type Fact, share, sum, type Variant } from "#kit/facts.ts";
import { type Frequency, items, total, withoutZeros } from "#kit/stats/frequency.ts";
import { gini } from "#kit/stats/gini.ts";
import { weightedQuantile } from "#kit/stats/quantile.ts";
import { fewest, topPart, topShare } from "#kit/stats/top.ts";
import type { HubDistribution } from "../distributions.ts";
import { otherCounts } from "../without.ts";
import { covering, little, published, topFact } from "./populations.ts";

const few = { value: little, definition: "Downloads below which two reports count models as little used." } as const;

type Facts = Readonly<Record<string, Fact>>;

/** Numbers of most downloaded models whose share is told. */
export const ranks = [1, 10, 50, 200, 1000] as const;

/** Parts of all models, as fractions; the last is that of the Summer report. */
const parts = {
  "hundredth-percent": 0.0001,
  "tenth-percent": 0.001,
  percent: 0.01,
  "percent-and-half": 0.015,
} as const;

/** Shares of all downloads, as fractions; the last is that of the Summer report. */
const reached = { "reach-50": 0.5, "reach-90": 0.9, "reach-99": 0.99, "reach-99-2": 0.992 } as const;

/** Concentration over the models of the complete Hub, each number with what other counts give. */
export function shareFacts(hub: HubDistribution): Facts {
  const largest = items(hub.models);
  return {
    ...Object.fromEntries(ranks.map((k) => [`top-${k}-models`, taken(hub, Math.min(k, largest))])),
    ...Object.fromEntries(ranks.map((k) => [`hub-top-${k}`, ranked(hub, Math.min(k, largest))])),
    ...Object.fromEntries(Object.entries(parts).map(([id, p]) => [`hub-top-${id}`, partFact(hub, p)])),
    ...Object.assign({}, ...Object.entries(reached).map(([id, goal]) => reachFacts(hub, id, goal))),
    "top-200-part": partOf(hub),
    "window-days": windowFact(hub),
    little: sum({ ...few, unit: "downloads", n: largest, basis: hub.basis }),
    "hub-gini": giniFact(hub, (table) => table, "all models, those without a download included"),
    "hub-gini-used": giniFact(hub, withoutZeros, "models with a download"),
    "hub-median": medianFact(hub),
    "hub-mean": meanFact(hub),
  };
}

function variantsOf(hub: HubDistribution, value: (table: readonly Frequency[]) => number): Variant[] {
  return otherCounts(hub).map(({ label, models }) => ({ label, value: value(models) }));
}

function taken({ basis }: HubDistribution, k: number): Fact {
  const definition = `How many models the share of the most downloaded ones is about, where the population has as many.`;
  return count({ value: k, unit: "models", definition, basis });
}

function ranked(hub: HubDistribution, k: number): Fact {
  return topFact(
    hub,
    k,
    variantsOf(hub, (table) => topShare(table, Math.min(k, items(table)))),
  );
}

function partFact(hub: HubDistribution, p: number): Fact {
  const fact = topFact(
    hub,
    p * items(hub.models),
    variantsOf(hub, (table) => topPart(table, p)),
  );
  const definition = `Downloads of the most downloaded ${Number((p * 100).toFixed(2))} percent of models ${covering(hub.counter)}, over those of all models; the model at the border counts in part.`;
  return { ...fact, definition };
}

function windowFact({ counter, basis }: HubDistribution): Fact {
  const definition = "Days that the Hub's counter of recent downloads covers.";
  return count({ value: Number.parseInt(counter, 10), unit: "days", definition, basis });
}

function partOf({ models, basis }: HubDistribution): Fact {
  const [part, whole] = [Math.min(published, items(models)), items(models)];
  const definition = `The ${part} most downloaded models, over all models.`;
  return share({ part, whole, unknown: 0, n: whole, definition, basis });
}

function reachFacts(hub: HubDistribution, id: string, goal: number): Facts {
  const { items: found, itemShare } = fewest(hub.models, goal);
  const definition = `The fewest models that have at least ${Number((goal * 100).toFixed(1))} percent of all downloads ${covering(hub.counter)}`;
  const common = { basis: hub.basis, n: items(hub.models) };
  const of = (pick: "items" | "itemShare"): Variant[] => variantsOf(hub, (table) => fewest(table, goal)[pick]);
  const models = count({
    ...common,
    value: found,
    unit: "models",
    definition: `${definition}.`,
    variants: of("items"),
  });
  return {
    [`${id}-models`]: models,
    [`${id}-downloads`]: topFact(hub, found, []),
    [id]: {
      ...models,
      ...{ value: itemShare, unit: "share", of: items(hub.models), variants: of("itemShare") },
      definition: `${definition}, over all models.`,
    },
  };
}

function giniFact(
  hub: HubDistribution,
  over: (table: readonly Frequency[]) => readonly Frequency[],
  whom: string,
): Fact {
  return sum({
    value: gini(over(hub.models)),
    unit: "index",
    n: items(over(hub.models)),
    definition: `Gini coefficient of downloads ${covering(hub.counter)} over ${whom}: 0 where all have the same, near 1 where one has everything.`,
    basis: hub.basis,
    variants: variantsOf(hub, (table) => gini(over(table))),
  });
}

function medianFact({ models, counter, basis }: HubDistribution): Fact {
  const [values, weights] = [models.map(({ value }) => value), models.map(({ n }) => n)];
  return sum({
    value: weightedQuantile(values, weights, 0.5),
    unit: "downloads",
    n: items(models),
    definition: `The median model's downloads ${covering(counter)}, models without any included.`,
    basis,
  });
}

function meanFact({ models, counter, basis }: HubDistribution): Fact {
  return sum({
    value: total(models) / items(models),
    unit: "downloads",
    n: items(models),
    definition: `Downloads ${covering(counter)} over all models, those without any included.`,
    basis,
  });
}
