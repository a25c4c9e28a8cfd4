import type { Basis } from "#kit/coverage.ts";
import { count, type Fact, share, sum } from "#kit/facts.ts";
import { weightedQuantile } from "#kit/stats/quantile.ts";
import type { Row } from "#loaders/schema/table.ts";
import { meanOf, medianOf } from "../centres.ts";
import { counting, type Population, type SizeRow, sized, type Weight, weightOf } from "../populations.ts";
import type { curatedSizes } from "../tables.ts";

type Facts = Readonly<Record<string, Fact>>;
type CuratedRow = Row<typeof curatedSizes>;

/** Rows by active parameters where they are known; by total ones where not. */
export function byActive(rows: readonly SizeRow[]): SizeRow[] {
  return rows.map((row) => ({ ...row, parameters: row.active ?? row.parameters }));
}

/** Averages by active parameters, and the part of models and downloads that goes to known mixtures of experts. */
export function activeFacts(population: Population): Facts {
  const { prefix, weights } = population;
  return Object.assign({}, ...weights.map((weight) => ofWeight(population, weight, prefix)));
}

function ofWeight(population: Population, weight: Weight, prefix: string): Facts {
  const { rows, basis } = population;
  const n = weightOf(sized(rows), "models");
  const of = counting(population, weight);
  const average = (name: string, value: number): Fact =>
    sum({
      ...{ value, unit: "parameters", n, basis },
      definition: `${name} of the parameters that work on one token over ${of}, where sizes are known; total ones where no name and no curator states fewer, so that it is an upper bound among them.`,
    });
  const part = (own: readonly SizeRow[], definition: string): Fact =>
    share({ part: weightOf(own, weight), whole: weightOf(rows, weight), unknown: 0, n, definition, basis });
  return {
    [`${prefix}active-mean-${weight}`]: average("Mean", meanOf(byActive(rows), weight)),
    [`${prefix}active-median-${weight}`]: average("Median", medianOf(byActive(rows), weight)),
    [`${prefix}mixture-${weight}`]: part(
      rows.filter(({ mixture }) => mixture),
      `Part of ${of} that goes to models whose name or curators call them mixtures of experts; others may be.`,
    ),
    [`${prefix}active-known-${weight}`]: part(
      rows.filter(({ active }) => active !== null),
      `Part of ${of} that goes to mixtures of experts whose active parameters are stated.`,
    ),
  };
}

/** What curators state of total and active parameters, each model once. */
export function curatedFacts(rows: readonly CuratedRow[], basis: Basis): Facts {
  const mixtures = mixturesOf(rows);
  const models = (own: readonly CuratedRow[]): number => own.reduce((all, row) => all + row.models, 0);
  const counted = (own: readonly CuratedRow[], definition: string): Fact =>
    count({ value: models(own), unit: "models", definition, basis });
  const median = (values: readonly number[]): number =>
    weightedQuantile(
      values,
      mixtures.map((row) => row.models),
      0.5,
    );
  const parameters = (values: readonly number[], which: string): Fact =>
    sum({
      ...{ value: median(values), unit: "parameters", n: models(mixtures), basis },
      definition: `Median ${which} parameters of curated mixtures of experts.`,
    });
  return {
    "curated-models": counted(rows, "Language models that the ATOM Project curates."),
    "curated-sized": counted(
      rows.filter((row) => row.parameters !== null),
      "Curated language models whose parameters are stated.",
    ),
    "curated-mixtures": counted(
      mixtures,
      "Curated language models that state fewer active parameters than total ones.",
    ),
    "curated-total": parameters(
      mixtures.map((row) => row.parameters),
      "total",
    ),
    "curated-active": parameters(
      mixtures.map((row) => row.active),
      "active",
    ),
    "curated-active-part": sum({
      ...{ value: median(mixtures.map((row) => row.active / row.parameters)), unit: "share", n: models(mixtures) },
      definition: "Median over curated mixtures of experts of active parameters over total ones.",
      basis,
    }),
  };
}

/** Curated models that state both numbers, fewer active than total. */
export function mixturesOf(rows: readonly CuratedRow[]) {
  return rows.flatMap((row) => {
    const { parameters, active } = row;
    return parameters !== null && active !== null && active < parameters ? [{ ...row, parameters, active }] : [];
  });
}
