import { count, type Fact, share, shareVariant, sum, type Variant } from "#kit/facts.ts";
import { families, familyNames, type Stated } from "../families.ts";
import type { Population } from "../populations.ts";
import { familyPart, totalOf, type Weight } from "../tally.ts";

type Facts = Readonly<Record<string, Fact>>;

const weights: readonly Weight[] = ["models", "downloads"];

/** Size of a population, and the share of each family of licences in its models and in its downloads. */
export function familyFacts(population: Population): Facts {
  const { prefix, rows, basis, who } = population;
  const models = totalOf(rows, "models");
  const shares = families.flatMap((family) =>
    weights.map((weight) => [`${prefix}${family}-${weight}`, familyShare(population, family, weight)] as const),
  );
  return {
    [`${prefix}models`]: count({ value: models, unit: "models", definition: `Models: ${who}.`, basis }),
    [`${prefix}downloads`]: sum({
      value: totalOf(rows, "downloads"),
      unit: "downloads",
      n: models,
      definition: `Downloads in 30 days of ${who}.`,
      basis,
    }),
    ...Object.fromEntries(shares),
    [`${prefix}undeclared-reach`]: undeclaredReach(population),
  };
}

function familyShare(population: Population, family: Stated, weight: Weight): Fact {
  const { rows, classing, basis, who } = population;
  const { part, whole, unclear } = familyPart(rows, classing, family, weight);
  const of = weight === "models" ? who : `downloads in 30 days of ${who}`;
  return share({
    part,
    whole,
    unknown: unclear,
    n: totalOf(rows, "models"),
    variants: variantsOf(population, family, weight),
    definition: `Share of ${of} whose stated licence is of the family "${familyNames[family]}".`,
    basis,
  });
}

/** The share in every scenario. */
export function variantsOf({ scenarios }: Population, family: Stated, weight: Weight): Variant[] {
  return scenarios.flatMap(({ label, rows, classing }) => {
    const { part, whole, unclear } = familyPart(rows, classing, family, weight);
    return whole > 0 ? [shareVariant({ label, part, whole, unknown: unclear })] : [];
  });
}

function undeclaredReach({ rows, classing, basis, who }: Population): Fact {
  const read = rows.filter(({ reach }) => reach === "many");
  const { part, whole } = familyPart(read, classing, "none", "models");
  const definition = `Share of ${who}, of those with 1,000 downloads or more in 30 days, that declare no licence.`;
  return share({ part, whole, unknown: 0, n: whole, definition, basis });
}
