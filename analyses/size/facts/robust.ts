import { count, type Fact, sum } from "#kit/facts.ts";
import { geometricMean, trimmedMean, type Weighted, winsorisedMean } from "#kit/stats/means.ts";
import { meanOf, medianOf, weighted } from "../centres.ts";
import { counting, type Population, type SizeRow, sized, weightOf } from "../populations.ts";
import { excessive } from "../scenarios.ts";
import { believed } from "../tables/standings.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Part of the models cut off, or drawn in, at each end. */
export const cut = 0.01;

/** Averages that a few absurd sizes move, or do not, in the order of figures. */
export const averages = [
  { id: "mean", name: "Mean", of: (rows: readonly SizeRow[]) => meanOf(rows, "models") },
  { id: "winsorised", name: "Winsorised mean", of: robust((items) => winsorisedMean(items, cut)) },
  { id: "trimmed", name: "Trimmed mean", of: robust((items) => trimmedMean(items, cut)) },
  { id: "geometric", name: "Geometric mean", of: robust(geometricMean) },
  { id: "median", name: "Median", of: (rows: readonly SizeRow[]) => medianOf(rows, "models") },
] as const;

function robust(mean: (items: readonly Weighted[]) => number) {
  return (rows: readonly SizeRow[]): number => mean(weighted(rows, "models"));
}

const told = {
  mean: "Mean",
  winsorised: `Mean, with sizes of the smallest and the largest ${cut * 100} percent drawn in to the next ones,`,
  trimmed: `Mean without the smallest and the largest ${cut * 100} percent`,
  geometric: "Geometric mean",
  median: "Median",
} as const;

/** Averages over downloaded models with every size that is stated, and without those that no model has. */
export function robustFacts(population: Population): Facts {
  const { prefix, rows, basis } = population;
  const without = rows.filter((row) => !excessive(row));
  const of = counting(population, "models");
  const averaged = averages.flatMap(({ id, of: value }) => {
    const fact = (own: readonly SizeRow[], which: string): Fact =>
      sum({
        ...{ value: value(own), unit: "parameters", n: weightOf(sized(own), "models"), basis },
        definition: `${told[id]} of total parameters over ${of}, ${which}.`,
      });
    return [
      [`${prefix}${id}-all`, fact(rows, "where sizes are known")] as const,
      [`${prefix}${id}-believed`, fact(without, "where sizes are known and can be believed")] as const,
    ];
  });
  return { ...Object.fromEntries(averaged), ...excessFacts(population) };
}

function excessFacts({ prefix, rows, basis, who }: Population): Facts {
  const own = rows.filter((row) => excessive(row) && row.downloaded);
  const n = weightOf(own, "models");
  return {
    [`${prefix}excessive-models`]: count({
      ...{ value: n, unit: "models", basis },
      definition: `Downloaded models that state a size larger than any that is believed: ${who}.`,
    }),
    [`${prefix}excessive-downloads`]: sum({
      ...{ value: weightOf(own, "downloads"), unit: "downloads", n, basis },
      definition: `Downloads in the 30 days before the snapshot of models that state a size larger than any that is believed: ${who}.`,
    }),
    cut: sum({
      ...{ value: cut, unit: "share", n, basis },
      definition: "Part of the models cut off, or drawn in, at each end of a robust mean.",
    }),
    "believed-most": sum({
      ...{ value: believed.most, unit: "parameters", n, basis },
      definition: "Parameters above which a stated size is not believed here.",
    }),
  };
}
