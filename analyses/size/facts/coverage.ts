import { count, type Fact, share, sum } from "#kit/facts.ts";
import { counting, type Population, type SizeRow, sized, type Weight, weightOf } from "../populations.ts";
import { declared } from "../scenarios.ts";

type Facts = Readonly<Record<string, Fact>>;

/** How many models there are, how many have a download and a size, and the part of each weight whose size is known. */
export function coverageFacts(population: Population): Facts {
  const { prefix, rows, basis, who, weights } = population;
  const models = (id: string, own: readonly SizeRow[], definition: string) => ({
    [`${prefix}${id}`]: count({ value: allModels(own), unit: "models", definition, basis }),
  });
  const used = rows.filter(({ downloaded }) => downloaded);
  return {
    ...models("models", rows, `All listed: ${who}.`),
    ...models("models-sized", sized(rows), `Models with a known size, downloaded or not: ${who}.`),
    ...models("models-used", used, `Models with a download in the 30 days before the snapshot: ${who}.`),
    ...models("models-used-sized", sized(used), `Models with a download in those days and a known size: ${who}.`),
    [`${prefix}downloads`]: sum({
      ...{ value: weightOf(rows, "downloads"), unit: "downloads", n: allModels(rows), basis },
      definition: `Downloads in the 30 days before the snapshot of ${who}.`,
    }),
    ...Object.fromEntries(weights.map((weight) => [`${prefix}known-${weight}`, known(population, weight)])),
  };
}

function known(population: Population, weight: Weight): Fact {
  const { rows, basis } = population;
  const part = (own: readonly SizeRow[]): number => weightOf(sized(own), weight);
  const whole = weightOf(rows, weight);
  const [all, files] = [part(rows), part(declared(rows))];
  return share({
    ...{ part: all, whole, unknown: 0, n: allModels(rows), basis },
    definition: `Part of ${counting(population, weight)} that goes to a known size.`,
    variants: files < all ? [{ label: "sizes from names and bases left out", value: files / whole }] : [],
  });
}

function allModels(rows: readonly SizeRow[]): number {
  return rows.reduce((sum, { models }) => sum + models, 0);
}
