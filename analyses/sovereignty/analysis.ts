import { joint, narrow } from "#kit/coverage.ts";
import { defineAnalysis } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { day } from "#kit/format.ts";
import { brief, claim, say, type Text } from "#kit/text.ts";
import { companies, recordOf } from "./companies.ts";
import { comparisonsOf } from "./comparisons.ts";
import { companyFacts } from "./facts/companies.ts";
import { compositionFacts } from "./facts/composition.ts";
import { curatedFacts } from "./facts/curated.ts";
import { earlyFacts } from "./facts/early.ts";
import { growthFacts } from "./facts/growth.ts";
import { modelFacts } from "./facts/models.ts";
import { panelFacts } from "./facts/panel.ts";
import { gainFacts, windowFacts } from "./facts/window.ts";
import * as figures from "./figures.ts";
import { bandFrame, besideFrame, companyFrame, compositionFrame, growthFrame } from "./frames.ts";
import { matchedSteps } from "./growth.ts";
import { headlines } from "./headlines.ts";
import { byRegistry } from "./placing.ts";
import { type Series, seriesOf } from "./series.ts";
import * as tables from "./tables.ts";
import { overtakes, trend } from "./trends.ts";

export default defineAnalysis({
  id: "sovereignty",
  order: 2,
  label: "Sovereignty",
  question: "Whose models are downloaded, by country or region of the publisher?",
  needs: [],
  tables,
  figures,
  compute({ evidence, reference }) {
    const { ownerDownloads, curatedModels, topModels } = evidence;
    const series = seriesOf(ownerDownloads, topModels.rows, reference);
    const every = ownerDownloads.basis;
    const chosen = "a fixed panel of Hub namespaces, hand-picked by the authors of OSIR-LMTS";
    const panel = every.complete ? every : narrow(every, { population: chosen });
    const curated = narrow(joint(every, curatedModels.basis), {
      population: `language models of the ${series.words.panel} that stand on the ATOM Project’s list of ${day(curatedModels.basis.asOf)}`,
      asOf: every.asOf,
    });
    const steps = matchedSteps(ownerDownloads.rows, byRegistry(reference), reference);
    const records = companies.map((company) => recordOf(company, ownerDownloads.rows, curatedModels.rows));
    const facts: Record<string, Fact> = {
      ...windowFacts(ownerDownloads.rows, panel),
      ...gainFacts(ownerDownloads.rows, topModels.rows, series, curated),
      ...panelFacts(series, panel),
      ...curatedFacts(series, curated, panel),
      ...earlyFacts(ownerDownloads.rows, series, reference, curated),
      ...compositionFacts(series, ownerDownloads.rows, byRegistry(reference), every),
      ...growthFacts(ownerDownloads.rows, topModels.rows, series, reference, every),
      ...companyFacts(records, every, curatedModels.basis),
      ...modelFacts(topModels.rows, series, panel),
    };
    return {
      ...finding(series, (id) => facts[id] as Fact),
      facts,
      frames: {
        panelShares: bandFrame(series.panel, series.scenarios, series.days),
        curatedShares: bandFrame(series.curated, series.curatedScenarios, series.days),
        composition: every.complete ? null : compositionFrame(series),
        matchedGrowth: growthFrame(steps, series),
        companyDownloads: companyFrame(records),
        besidePublished: besideFrame(series, facts, reference),
      },
      comparisons: comparisonsOf(every).filter(({ fact }) => fact in facts),
      headlines: headlines(series, steps),
      basis: panel,
    };
  },
});

/** The title and the standfirst; each says which way a share went only where the facts bear it out. */
function finding({ words }: Series, get: (id: string) => Fact): { title: Text; standfirst: Text } {
  const ends = ["cn-curated-first", "us-curated-first", "cn-curated-last", "us-curated-last"].map(get);
  const went = trend(get("cn-share-first"), get("cn-share-last"), { rose: "rose", fell: "fell", else: "went" });
  const curated = overtakes(ends)
    ? say`${claim("overtook", ends, "China overtook the United States", "headline")} on the headline count: which models count decides the answer.`
    : say`China holds ${get("cn-curated-last")} and the United States ${get("us-curated-last")}.`;
  const whose = words.complete ? say`the Hub's` : say`a fixed panel's`;
  return {
    title: say`American publishers hold ${brief(get("us-share-last"))} of ${whose} downloads, Chinese publishers ${brief(get("cn-share-last"))}`,
    standfirst: say`China's share ${went} from ${get("cn-share-first")} on ${get("first-day")} to ${get("cn-share-last")} on ${get("last-day")}, the newest ${words.crawl} at hand. Where curated language models alone count, ${curated}`,
  };
}
