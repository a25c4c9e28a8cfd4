import { count, type Fact, share } from "#kit/facts.ts";
import { headline, ofCompany, type Population } from "../population.ts";
import { models } from "../reuploaders.ts";
import { tally } from "../tally.ts";
import { type Facts, told } from "./companies.ts";

/** Relations, as facts and labels name them. */
export const relations = {
  finetune: "fine-tunes",
  quantized: "quantisations",
  merge: "merges",
  adapter: "adapters",
} as const;

/** How models stand to their bases, and what models of each relation go back to. */
export function relationFacts(population: Population): Facts {
  const { rows, basis, prefix } = population;
  const whole = models(rows);
  const facts = Object.entries(relations).flatMap(([relation, name]): [string, Fact][] => {
    const own = rows.filter((row) => row.relation === relation);
    if (own.length === 0) return [];
    const of = (company: string): Fact =>
      share({
        ...{ ...tally(own, "root", ofCompany(company, population, "root", headline)), n: models(own), basis },
        definition: `Of the ${name}, those that go back to a model of ${company}; what re-uploaders have copied could be of any.`,
      });
    return [
      [
        `${prefix}${relation}`,
        share({
          ...{ part: models(own), whole, unknown: 0, n: whole, basis },
          definition: `Derived models that are ${name} of their bases, over all.`,
        }),
      ],
      [`${prefix}${relation}-alibaba`, of(told.alibaba)],
      [`${prefix}${relation}-meta`, of(told.meta)],
    ];
  });
  return { ...Object.fromEntries(facts), ...quantisedFact(population) };
}

function quantisedFact(population: Population): Facts {
  const own = population.rows.filter(({ relation }) => relation === "quantized");
  const { part } = tally(own, "base", ofCompany(told.alibaba, population, "base", headline));
  const definition = "Quantisations that name a model of Alibaba as base, in any format.";
  return {
    [`${population.prefix}alibaba-quantised`]: count({
      value: part,
      unit: "models",
      definition,
      basis: population.basis,
    }),
  };
}
