import { fsum } from "d3";
import { type Fact, ratio, share, sum } from "#kit/facts.ts";
import { giant } from "../bands.ts";
import { leastMean, meanOf, medianBounds, medianOf } from "../centres.ts";
import { counting, type Population, type SizeRow, sized, type Weight, weigh, weightOf } from "../populations.ts";
import { scenariosOf } from "../scenarios.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Mean and median by every weight, the mean over the median, and the least that the mean can be. */
export function centreFacts(population: Population): Facts {
  return Object.assign({}, ...population.weights.map((weight) => ofWeight(population, weight)));
}

function ofWeight(population: Population, weight: Weight): Facts {
  const { prefix, rows, basis } = population;
  const n = weightOf(sized(rows), "models");
  const of = counting(population, weight);
  const parameters = (value: (rows: readonly SizeRow[]) => number, definition: string): Fact =>
    sum({
      ...{ value: value(rows), unit: "parameters", n, definition, basis },
      variants: scenariosOf(population, weight).map((one) => ({ label: one.label, value: value(one.rows) })),
    });
  const mean = parameters(
    (own) => meanOf(own, weight),
    `Mean of total parameters over ${of}, where sizes are known; where they are missing it has no upper bound.`,
  );
  const median = parameters(
    (own) => medianOf(own, weight),
    `Median of total parameters over ${of}, where sizes are known; the bounds put all missing sizes below it, or above.`,
  );
  return {
    [`${prefix}mean-${weight}`]: mean,
    [`${prefix}median-${weight}`]: { ...median, bounds: medianBounds(rows, weight) },
    [`${prefix}mean-${weight}-least`]: parameters(
      (own) => leastMean(own, weight),
      `Mean of total parameters over ${of}, with missing sizes taken as nothing: the least that it can be.`,
    ),
    [`${prefix}beyond-mean-${weight}`]: beyondFact(population, weight),
    [`${prefix}giants-in-mean-${weight}`]: giantsFact(population, weight),
    [`${prefix}mean-to-median-${weight}`]: ratio({
      ...{ numerator: Number(mean.value), denominator: Number(median.value), n, basis },
      definition: `Mean over median of total parameters, over ${of}, where sizes are known.`,
      variants: mean.variants.map(({ label, value }, i) => ({
        label,
        value: value / (median.variants[i]?.value ?? Number.NaN),
      })),
    }),
  };
}

/** How much of the mean is the giants' part. */
function giantsFact(population: Population, weight: Weight): Fact {
  const { rows, basis } = population;
  const known = sized(rows);
  const large = known.filter(({ parameters }) => giant.holds(parameters));
  const mass = (own: typeof known): number => fsum(own, (row) => row.parameters * weigh(row, weight));
  return share({
    ...{ part: mass(large), whole: mass(known), unknown: 0, n: weightOf(known, "models"), basis },
    definition: `Part of all parameters added up over ${counting(population, weight)} that models ${giant.who} bring in.`,
  });
}

/** How much goes to models as large as the mean, or larger. */
function beyondFact(population: Population, weight: Weight): Fact {
  const known = sized(population.rows);
  const mean = meanOf(known, weight);
  const beyond = known.filter(({ parameters }) => parameters >= mean);
  return share({
    ...{ part: weightOf(beyond, weight), whole: weightOf(known, weight), unknown: 0, basis: population.basis },
    n: weightOf(known, "models"),
    definition: `Part of ${counting(population, weight)}, where sizes are known, that goes to models of at least the mean size.`,
  });
}
