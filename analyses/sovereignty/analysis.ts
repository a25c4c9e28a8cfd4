import { type Basis, joint, narrow } from "#kit/coverage.ts";
import { defineAnalysis, type Input } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { day } from "#kit/format.ts";
import type { Reference } from "#loaders/schema/reference.ts";
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
import { finding } from "./finding.ts";
import { bandFrame, besideFrame, companyFrame, compositionFrame, growthFrame } from "./frames.ts";
import { matchedSteps } from "./growth.ts";
import { headlines } from "./headlines.ts";
import { byRegistry } from "./placing.ts";
import { type Series, seriesOf } from "./series.ts";
import * as tables from "./tables.ts";

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
    const steps = matchedSteps(ownerDownloads.rows, byRegistry(reference), reference);
    const records = companies.map((company) => recordOf(company, ownerDownloads.rows, curatedModels?.rows ?? null));
    const facts: Record<string, Fact> = {
      ...windowFacts(ownerDownloads.rows, panel),
      ...panelFacts(series, panel),
      ...(curatedModels && onList(evidence, curatedModels.basis, series, reference, panel)),
      ...compositionFacts(series, ownerDownloads.rows, byRegistry(reference), every),
      ...growthFacts(ownerDownloads.rows, topModels.rows, series, reference, every),
      ...companyFacts(records, every, curatedModels?.basis ?? null),
      ...modelFacts(topModels.rows, series, panel),
    };
    return {
      ...finding(series, facts),
      facts,
      frames: {
        panelShares: bandFrame(series.panel, series.scenarios, series.days),
        curatedShares: curatedModels && bandFrame(series.curated, series.curatedScenarios, series.days),
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

/** Facts on the models of the curated list, for editions that have it. */
function onList(
  { ownerDownloads, topModels }: Pick<Input<typeof tables>["evidence"], "ownerDownloads" | "topModels">,
  list: Basis,
  series: Series,
  reference: Reference,
  panel: Basis,
): Readonly<Record<string, Fact>> {
  const every = ownerDownloads.basis;
  const curated = narrow(joint(every, list), {
    population: `language models of the ${series.words.panel} that stand on the ATOM Project’s list of ${day(list.asOf)}`,
    asOf: every.asOf,
  });
  return {
    ...gainFacts(ownerDownloads.rows, topModels.rows, series, curated),
    ...curatedFacts(series, curated, panel),
    ...earlyFacts(ownerDownloads.rows, series, reference, curated),
  };
}
