import { joint } from "#kit/coverage.ts";
import { defineAnalysis } from "#kit/define.ts";
import { count, type Fact } from "#kit/facts.ts";
import { brief, say, show } from "#kit/text.ts";
import { giantEnd } from "./bands.ts";
import { comparisonsOf } from "./comparisons.ts";
import { activeFacts, curatedFacts } from "./facts/active.ts";
import { bandFacts } from "./facts/bands.ts";
import { bothFacts } from "./facts/both.ts";
import { centreFacts } from "./facts/centres.ts";
import { coverageFacts } from "./facts/coverage.ts";
import { publisherFacts } from "./facts/publishers.ts";
import { robustFacts } from "./facts/robust.ts";
import * as figures from "./figures.ts";
import { activeFrame, bandFrame, centreFrame, publisherFrame, robustFrame } from "./frames.ts";
import { headlines } from "./headlines.ts";
import { type Population, populationOf } from "./populations.ts";
import * as tables from "./tables.ts";

export default defineAnalysis({
  id: "size",
  order: 6,
  label: "Size",
  question: "How large are the models that people download: mean against median?",
  needs: [],
  tables,
  figures,
  compute({ evidence, reference }) {
    const main = populationOf(evidence.modelSizes, "");
    const recent = populationOf(evidence.recentSizes, "recent-");
    const populations = [main, recent];
    const { bothSizes, curatedSizes, ownerSizes, recentOwnerSizes } = evidence;
    const facts: Record<string, Fact> = {
      ...populationFacts(recent),
      ...populationFacts(main),
      ...curatedFacts(curatedSizes.rows, curatedSizes.basis),
      ...publisherFacts("", ownerSizes.rows, ownerSizes.basis, reference),
      ...publisherFacts("recent-", recentOwnerSizes.rows, recentOwnerSizes.basis, reference),
      "models-together": together(main, recent),
    };
    Object.assign(facts, bothFacts(main, bothSizes.rows, bothSizes.basis, facts["mean-downloads"] as Fact));
    const told = populations.find(({ prefix }) => Number(facts[`${prefix}excessive-models`]?.value) > 0) ?? main;
    facts["robust-models"] = facts[`${told.prefix}models-used-sized`] as Fact;
    return {
      ...finding(main, facts),
      facts,
      frames: {
        sizeCentres: centreFrame(populations, facts, reference),
        sizeBands: bandFrame(populations),
        robustAverages: robustFrame(populations, facts),
        totalAndActive: activeFrame(curatedSizes.rows),
        largeByPublisher: publisherFrame(populations, facts, reference),
      },
      comparisons: comparisonsOf(facts),
      headlines: headlines(main, facts),
      basis: main.basis,
    };
  },
});

function populationFacts(population: Population): Record<string, Fact> {
  return {
    ...coverageFacts(population),
    ...centreFacts(population),
    ...bandFacts(population),
    ...robustFacts(population),
    ...activeFacts(population),
  };
}

function together(main: Population, recent: Population): Fact {
  const models = ({ rows }: Population): number => rows.reduce((sum, row) => sum + row.models, 0);
  return count({
    ...{ value: models(main) + models(recent), unit: "models", basis: joint(main.basis, recent.basis) },
    definition: `Models of both populations, some of which are in both: ${main.who}; ${recent.who}.`,
  });
}

function finding({ short, who }: Population, facts: Readonly<Record<string, Fact>>) {
  const get = (id: string): Fact => facts[id] as Fact;
  return {
    title: say`The median download of ${short} models has ${brief(get("median-downloads"))} parameters, the mean ${brief(get("mean-downloads"))}`,
    standfirst: say`Over ${who}, each counted once, the median is ${get("median-models")} and the mean ${get("mean-models")} parameters; models above ${show.label(giantEnd, "parameters")} take ${get("above-100b-downloads")} of downloads and make ${get("giants-in-mean-downloads")} of the mean by downloads. Sizes are known for ${get("known-downloads")} of downloads, so that medians have bounds, and means have no upper one.`,
  };
}
