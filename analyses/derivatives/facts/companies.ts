import { count, type Fact, share, shareVariant, type Variant } from "#kit/facts.ts";
import { type BuilderRow, buildersOf } from "../builders.ts";
import type { Reach } from "../ends.ts";
import { headline, isOwn, ofCompany, otherWays, type Population, type Way } from "../population.ts";
import { type Tally, tally } from "../tally.ts";

export type Facts = Readonly<Record<string, Fact>>;

/** Companies that facts are told of, by the ids of their facts. */
export const told = {
  ...{ alibaba: "Alibaba", meta: "Meta", google: "Google", mistral: "Mistral AI", microsoft: "Microsoft" },
  ...{ deepseek: "DeepSeek", openai: "OpenAI", unsloth: "unsloth" },
} as const;

export const reaches = ["base", "root"] as const;

/** What "one step back" and "at the root" mean, for definitions. */
export const reaching: Readonly<Record<Reach, string>> = {
  base: "that name a model of it as base",
  root: "whose bases go back to a model of it that names no base in the list",
};

/** Models that build on a company, in one way to count. */
export function countOf(population: Population, reach: Reach, company: string, way: Way = headline): Tally {
  const rows = population.rows.filter((row) => way.keeps(row, reach));
  return tally(rows, reach, ofCompany(company, population, reach, way), way.merging);
}

/** How many models build on each told company and which share of all that is, at both reaches. */
export function companyFacts(population: Population, builders: readonly BuilderRow[]): Facts {
  const each = Object.entries(told).flatMap(([id, company]) =>
    reaches.flatMap((reach) => Object.entries(factsOf(population, builders, id, company, reach))),
  );
  return Object.fromEntries(each.map(([id, fact]) => [`${population.prefix}${id}`, fact]));
}

function factsOf(
  population: Population,
  builders: readonly BuilderRow[],
  id: string,
  company: string,
  reach: Reach,
): Facts {
  const { part, whole, unknown } = countOf(population, reach, company);
  const { basis } = population;
  const definition = `Models ${reaching[reach].replace("of it", `of ${company}`)}, each once however many of its bases count`;
  const bounds = unknown === 0 ? null : { lower: part, upper: part + unknown };
  return {
    [`${id}-${reach}`]: { ...count({ value: part, unit: "models", definition: `${definition}.`, basis }), bounds },
    [`${id}-${reach}-share`]: share({
      ...{ part, whole, unknown, n: whole, basis },
      definition: `${definition}, over all derived models${reach === "base" ? "" : "; what re-uploaders have copied could go back to any company"}.`,
      variants: variantsOf(population, builders, company, reach),
    }),
    ...(reach === "base" ? { [`${id}-others`]: othersFact(population, company) } : {}),
  };
}

function variantsOf(population: Population, builders: readonly BuilderRow[], company: string, reach: Reach): Variant[] {
  const ways = otherWays(population, reach).map((way) =>
    shareVariant({ label: way.label, ...countOf(population, reach, company, way) }),
  );
  if (builders.length === 0) return ways;
  const { part, whole } = buildersOf(builders, reach, [company], population.publishers);
  return [...ways, { label: "publishing namespaces counted, each once", value: part / whole }];
}

function othersFact(population: Population, company: string): Fact {
  const { rows, publishers, basis } = population;
  const others = rows.filter((row) => !isOwn(row, publishers));
  const { part } = tally(others, "base", ofCompany(company, population, "base", headline));
  const definition = `Models that name a model of ${company} as base, without those that build on their own company's.`;
  return count({ value: part, unit: "models", definition, basis });
}
