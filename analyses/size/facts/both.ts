import { fsum } from "d3";
import { type Basis, joint } from "#kit/coverage.ts";
import { count, type Fact, numeric, sum } from "#kit/facts.ts";
import type { Row } from "#loaders/schema/table.ts";
import { type Population, sized, weightOf } from "../populations.ts";
import { believed } from "../tables/standings.ts";
import type { bothSizes } from "../tables.ts";

type BothRow = Row<typeof bothSizes>;

/** Part by which two sizes of one model may differ and still agree. */
const agreed = 0.05;

/**
 * How many models two sources size, on how many they differ, and the mean by downloads with the sizes of the other
 * source, which becomes a variant of the mean. None where no model has both.
 */
export function bothFacts(
  population: Population,
  all: readonly BothRow[],
  basis: Basis,
  mean: Fact,
): Readonly<Record<string, Fact>> {
  const rows = all.filter(({ recent_parameters: size }) => size >= believed.least && size <= believed.most);
  if (rows.length === 0) return {};
  const differ = rows.filter(({ parameters: a, recent_parameters: b }) => Math.abs(Math.log(b / a)) > agreed);
  const models = (own: readonly BothRow[], definition: string): Fact =>
    count({ value: own.reduce((n, row) => n + row.models, 0), unit: "models", definition, basis });
  const value = otherMean(population, rows, mean);
  const label = "with the sizes of recent models where they have one";
  return {
    "both-models": models(rows, `Models to which both sources give a size: ${basis.population}.`),
    "both-differ": models(differ, "Models to which the two sources give sizes that differ by more than a twentieth."),
    "mean-downloads": { ...mean, variants: [...mean.variants, { label, value }] },
    "mean-downloads-both": sum({
      ...{ value, unit: "parameters", n: mean.n ?? 0, basis: joint(population.basis, basis) },
      definition: `${mean.definition.split(",")[0]}, where sizes are known, with the size that HF//RADAR states where it has one.`,
    }),
  };
}

function otherMean({ rows }: Population, both: readonly BothRow[], mean: Fact): number {
  const more = fsum(both, (row) => (row.recent_parameters - row.parameters) * (row.downloads_30d ?? 0));
  return numeric(mean) + more / weightOf(sized(rows), "downloads");
}
