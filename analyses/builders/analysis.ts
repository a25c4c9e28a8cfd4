import { defineAnalysis } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { recommend } from "#kit/recommendations.ts";
import { merge, say } from "#kit/text.ts";
import { advice } from "./advice.ts";
import { comparisonsOf } from "./comparisons.ts";
import { familyFacts } from "./facts/families.ts";
import { ruleFacts } from "./facts/rules.ts";
import { familiesOf, momentumDays } from "./families.ts";
import * as figures from "./figures.ts";
import { ruleFrame, sizeFrame } from "./frames.ts";
import { headlines } from "./headlines.ts";
import * as tables from "./tables.ts";

export default defineAnalysis({
  id: "builders",
  order: 13,
  label: "Builders",
  question: "What should someone who builds on open models do now?",
  needs: ["attention", "compute-cost", "concentration", "derivatives", "lifetimes", "openness", "robotics", "size"],
  tables,
  figures,
  compute({ evidence, reference, needed }) {
    const { familyModels, familyLicences, familyDerivatives, familyPrices, familyCrawls } = evidence;
    const recommendations = advice.map((one) => recommend(one, needed));
    const families = familiesOf(
      {
        models: familyModels.rows,
        licences: familyLicences.rows,
        derivatives: familyDerivatives.rows,
        prices: familyPrices.rows,
        crawls: familyCrawls.rows,
      },
      reference,
    );
    const bases = {
      derivatives: familyDerivatives.basis,
      models: familyModels.basis,
      prices: familyPrices.basis,
      crawls: familyCrawls.basis,
    };
    const facts: Readonly<Record<string, Fact>> = {
      ...ruleFacts(recommendations, needed),
      ...familyFacts(families, bases, momentumDays(familyCrawls.rows)),
    };
    const get = (id: string): Fact => facts[id] as Fact;
    const sized = sizeFrame(families);
    const first = recommendations.filter(({ standing }) => standing === "holds").slice(0, 1);
    return {
      title: say`Of ${get("recommendations")} recommendations to builders, the evidence lets ${get("standing")} stand and withdraws ${get("withdrawn")}`,
      standfirst: say`Each follows by a stated rule from facts of other chapters, and the build withdraws it when they no longer bear it out. ${
        first.length === 0
          ? say`At present every one is withdrawn.`
          : merge(
              first.map(({ sentence }) => say`The first to stand: ${sentence}`),
              " ",
            )
      }`,
      facts,
      frames: {
        rules: ruleFrame(recommendations),
        baseFamilies: "derivatives" in facts ? families : null,
        familySizes: sized.length === 0 ? null : sized,
      },
      recommendations,
      comparisons: comparisonsOf(facts, families[0]?.family),
      headlines: headlines(facts, families),
      basis: get("standing").basis.asOf === "" ? bases.derivatives : get("standing").basis,
    };
  },
});
