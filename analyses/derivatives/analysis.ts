import { joint } from "#kit/coverage.ts";
import { defineAnalysis } from "#kit/define.ts";
import { count, type Fact } from "#kit/facts.ts";
import { comparisons } from "./comparisons.ts";
import { builderFacts } from "./facts/builders.ts";
import { companyFacts, type Facts } from "./facts/companies.ts";
import { copyFacts } from "./facts/copies.ts";
import { depthFacts, graphFacts } from "./facts/graph.ts";
import { placeFacts } from "./facts/places.ts";
import { ratioFacts } from "./facts/ratios.ts";
import { relationFacts } from "./facts/relations.ts";
import * as figures from "./figures.ts";
import { finding } from "./finding.ts";
import { companyFrame, elsewhereFrame, flowFrame, placeFrame, wayFrame } from "./frames.ts";
import { headlines } from "./headlines.ts";
import { type Population, populationsOf } from "./population.ts";
import * as tables from "./tables.ts";

export default defineAnalysis({
  id: "derivatives",
  order: 7,
  label: "Derivatives",
  question: "On which base models does the community build?",
  needs: [],
  tables,
  figures,
  compute({ evidence, reference }) {
    const { lineage, edges, builders, listed, listedEdges } = evidence;
    const [main] = populationsOf(lineage, edges.rows, reference);
    if (main === undefined) throw new Error("edges has no list: run npm run tables");
    const lists = listed === null || listedEdges === null ? [] : populationsOf(listed, listedEdges.rows, reference);
    const populations = [main, ...lists];
    const facts: Record<string, Fact> = {
      ...Object.assign({}, ...populations.map((one) => factsOf(one, one === main ? builders.rows : []))),
      ...builderFacts(main, builders.rows),
      "all-derived": together(populations),
    };
    return {
      ...finding(main, facts),
      facts,
      frames: {
        baseAndRoot: companyFrame(main),
        ways: wayFrame(facts),
        elsewhere: elsewhereFrame(populations, facts, reference),
        basePlaces: placeFrame(main),
        flows: "from-us-to-cn" in facts && "from-cn-to-cn" in facts ? flowFrame(main) : null,
      },
      comparisons: comparisons.filter(({ fact }) => fact in facts),
      headlines: headlines(main, facts),
      basis: main.basis,
    };
  },
});

function factsOf(population: Population, builders: Parameters<typeof companyFacts>[1]): Facts {
  const own = [companyFacts(population, builders), ratioFacts(population, builders)];
  const rest = [graphFacts, depthFacts, copyFacts, placeFacts, relationFacts].map((make) => make(population));
  return Object.assign({}, ...own, ...rest);
}

function together(populations: readonly Population[]): Fact {
  const [first, ...rest] = populations.map(({ basis }) => basis) as [Population["basis"], ...Population["basis"][]];
  return count({
    value: populations.reduce((sum, { edges }) => sum + edges.derived, 0),
    unit: "models",
    definition: "Derived models of every list; one that several lists have counts in each.",
    basis: joint(first, ...rest),
  });
}
