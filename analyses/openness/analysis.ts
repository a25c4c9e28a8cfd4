import { joint } from "#kit/coverage.ts";
import { defineAnalysis } from "#kit/define.ts";
import { count, type Fact } from "#kit/facts.ts";
import { brief, say } from "#kit/text.ts";
import { cardMeasures } from "./cards.ts";
import { comparisonsOf } from "./comparisons.ts";
import { accessFacts } from "./facts/access.ts";
import { cardFacts } from "./facts/cards.ts";
import { familyFacts } from "./facts/families.ts";
import { gateFacts, toldGates } from "./facts/gates.ts";
import { groupFacts, withoutHeaviest } from "./facts/groups.ts";
import { propertyFacts } from "./facts/properties.ts";
import { releaseFacts } from "./facts/releases.ts";
import * as figures from "./figures.ts";
import { accessFrame, cardFrame, familyFrame, gateFrame, groupFrame } from "./frames.ts";
import { groupings } from "./groups.ts";
import { headlines } from "./headlines.ts";
import { populationOf } from "./populations.ts";
import { many, sizeEnds } from "./tables/standings.ts";
import * as tables from "./tables.ts";
import { totalOf } from "./tally.ts";
import { whose } from "./wording.ts";

export default defineAnalysis({
  id: "openness",
  order: 12,
  label: "Openness",
  question: "Under which licences, how gated, how documented, and how far behind closed models?",
  needs: [],
  tables,
  figures,
  compute({ evidence, reference }) {
    const main = populationOf(evidence.licensedModels, reference, "");
    const recent = populationOf(evidence.recentModels, reference, "recent-");
    const populations = [main, recent];
    const groups = groupings(reference);
    const measures = cardMeasures(evidence.modelCards.rows, evidence.datasetCards.rows);
    const { modelProperties, recentProperties, accessByYear, largeReleases } = evidence;
    const facts: Record<string, Fact> = {
      ...Object.assign({}, ...populations.map(familyFacts)),
      ...groupFacts(main, groups),
      ...Object.assign(
        {},
        ...groups.filter(({ by }) => by === "Publisher in").map((one) => withoutHeaviest(main, one, "us")),
      ),
      ...groupFacts(
        recent,
        groups.filter(({ by }) => by === "Size"),
      ),
      ...Object.assign({}, ...populations.map((one) => gateFacts(one, groups))),
      ...toldGates(populations).facts,
      ...propertyFacts("", main.who, modelProperties.rows, modelProperties.basis),
      ...propertyFacts("recent-", recent.who, recentProperties.rows, recentProperties.basis),
      ...cardFacts(measures, evidence.modelCards.basis, evidence.datasetCards.basis),
      ...accessFacts(accessByYear.rows, accessByYear.basis),
      ...releaseFacts(largeReleases.rows, reference, largeReleases.basis),
      "models-together": count({
        value: totalOf(main.rows, "models") + totalOf(recent.rows, "models"),
        unit: "models",
        definition: `Models of both populations, some of which are in both: ${main.who}; ${recent.who}.`,
        basis: joint(main.basis, recent.basis),
      }),
      "large-size": count({
        value: sizeEnds[1],
        unit: "parameters",
        definition: "Parameters above which a model counts as large here.",
        basis: main.basis,
      }),
      many: count({
        value: many,
        unit: "downloads",
        definition: "Downloads in 30 days from which on a repository counts as much downloaded here.",
        basis: main.basis,
      }),
    };
    const get = (id: string): Fact => facts[id] as Fact;
    const { short, who } = whose(main.basis);
    return {
      title: say`Permissive licences cover ${brief(get("permissive-models"))} of ${short} models and ${brief(get("permissive-downloads"))} of their downloads`,
      standfirst: say`Of ${who}, ${get("none-models")} declare no licence at all, but of the much downloaded ones only ${get("undeclared-reach")}. How far apart open and closed models are in quality is quoted from others: no evidence at hand measures it.`,
      facts,
      frames: {
        licenceFamilies: familyFrame(populations, facts),
        permissiveByGroup: groupFrame(main, groups, facts),
        gates: gateFrame(populations, groups, facts),
        cards: cardFrame(measures),
        accessByYear: accessFrame(accessByYear.rows),
      },
      comparisons: comparisonsOf(main.basis.asOf).filter(({ fact }) => fact in facts),
      headlines: headlines(facts, main.basis),
      basis: main.basis,
    };
  },
});
