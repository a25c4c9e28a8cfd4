import { count, type Fact, ratio, type Variant } from "#kit/facts.ts";
import { type BuilderRow, buildersOf } from "../builders.ts";
import type { Reach } from "../ends.ts";
import { headline, otherWays, type Population, type Way } from "../population.ts";
import { tally } from "../tally.ts";
import { countOf, type Facts, reaches, reaching, told } from "./companies.ts";

const { alibaba, google, meta } = told;

/** Alibaba beside Google and Meta together, at both reaches and in every other way to count. */
export function ratioFacts(population: Population, builders: readonly BuilderRow[]): Facts {
  const { prefix } = population;
  const both = reaches.flatMap((reach): [string, Fact][] => {
    const fact = ratioFact(population, builders, reach);
    return fact === null ? [] : [[`${prefix}ratio-${reach}`, fact]];
  });
  return { ...Object.fromEntries(both), ...pairFacts(population), ...toMeta(population) };
}

function ratioFact(population: Population, builders: readonly BuilderRow[], reach: Reach): Fact | null {
  const of = (company: string, way: Way = headline) => countOf(population, reach, company, way);
  const [a, g, m] = [of(alibaba), of(google), of(meta)];
  const pair = g.part + m.part;
  if (pair === 0) return null;
  const unknown = Math.max(a.unknown, g.unknown, m.unknown);
  const bounds = { lower: a.part / (pair + unknown), upper: (a.part + unknown) / pair };
  const made = ratio({
    ...{ numerator: a.part, denominator: pair, n: a.whole, basis: population.basis },
    definition: `Models ${reaching[reach].replace("of it", "of Alibaba")}, over those of Google and those of Meta added up.`,
    variants: variantsOf(population, builders, reach),
  });
  return { ...made, bounds: unknown === 0 ? null : bounds };
}

/** Models that build on Google and on Meta, added up as the published counts are. */
function pairFacts(population: Population): Facts {
  const { basis, prefix } = population;
  return Object.fromEntries(
    reaches.map((reach) => {
      const parts = [google, meta].map((company) => countOf(population, reach, company).part);
      const definition = `Models ${reaching[reach].replace("of it", "of Google")}, and those of Meta, added up: a model of both counts twice.`;
      return [
        `${prefix}pair-${reach}`,
        count({ value: parts.reduce((a, b) => a + b), unit: "models", definition, basis }),
      ];
    }),
  );
}

function variantsOf(population: Population, builders: readonly BuilderRow[], reach: Reach): Variant[] {
  const over = (label: string, others: readonly string[], way: Way): Variant[] => {
    const parts = others.map((company) => countOf(population, reach, company, way).part);
    const whole = parts.reduce((sum, part) => sum + part, 0);
    return whole === 0 ? [] : [{ label, value: countOf(population, reach, alibaba, way).part / whole }];
  };
  return [
    ...otherWays(population, reach).flatMap((way) => over(way.label, [google, meta], way)),
    ...over("Google left out", [meta], headline),
    ...over("Meta left out", [google], headline),
    ...ofBuilders(population, builders, reach),
  ];
}

function ofBuilders({ publishers }: Population, builders: readonly BuilderRow[], reach: Reach): Variant[] {
  const of = (company: string): number => buildersOf(builders, reach, [company], publishers).part;
  const whole = of(google) + of(meta);
  return whole === 0 ? [] : [{ label: "publishing namespaces counted, each once", value: of(alibaba) / whole }];
}

/** Alibaba beside Meta alone, and beside the namespace of Llama, as the Summer report has them. */
function toMeta(population: Population): Facts {
  const { basis, prefix, rows } = population;
  const [a, m] = [countOf(population, "base", alibaba), countOf(population, "base", meta)];
  const llama = tally(rows, "base", ({ owner }) => owner === "meta-llama");
  const over = (id: string, whole: number, whose: string): [string, Fact][] => {
    const definition = `Models that name a model of Alibaba as base, over those that name one of ${whose}.`;
    if (whole === 0) return [];
    return [[`${prefix}${id}`, ratio({ numerator: a.part, denominator: whole, n: a.whole, basis, definition })]];
  };
  return Object.fromEntries([
    ...over("alibaba-to-meta", m.part, "Meta"),
    ...over("alibaba-to-llama", llama.part, "Meta's Llama namespace"),
  ]);
}
