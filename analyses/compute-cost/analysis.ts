import { joint, narrow } from "#kit/coverage.ts";
import { defineAnalysis } from "#kit/define.ts";
import { envelope, type Fact } from "#kit/facts.ts";
import { brief, claim, say, show } from "#kit/text.ts";
import { comparisons } from "./comparisons.ts";
import { changeFacts, changesOf } from "./facts/changes.ts";
import { agreementFacts, listFacts } from "./facts/lists.ts";
import { memoryFacts } from "./facts/memory.ts";
import { claimFacts } from "./facts/others.ts";
import { ownFacts } from "./facts/own.ts";
import { ratioFacts } from "./facts/ratios.ts";
import { trainingFacts } from "./facts/training.ts";
import * as figures from "./figures.ts";
import { changeFrame, disagreementFrame, memoryFrame, ratioFrame, servingFrame, trainingFrame } from "./frames.ts";
import { headlines } from "./headlines.ts";
import { comparedBy } from "./own-hardware.ts";
import { headlineRule, ratiosBy } from "./peers.ts";
import { accelerator, settingOf, shortWork } from "./setting.ts";
import * as tables from "./tables.ts";

export default defineAnalysis({
  id: "compute-cost",
  order: 11,
  label: "Compute cost",
  question: "What does open inference cost against closed, what hardware does it need, and who has the compute?",
  needs: [],
  tables,
  figures,
  compute({ evidence, reference }) {
    const { modelPrices, namedPrices, priceChanges, acceleratorMemory, trainingCompute } = evidence;
    const list = acceleratorMemory.basis;
    const setting = settingOf(reference, accelerator, list.asOf);
    const served = comparedBy(reference, namedPrices.rows, setting);
    const ratios = ratiosBy(modelPrices.rows, headlineRule);
    const facts: Record<string, Fact> = {
      ...ratioFacts(modelPrices.rows, modelPrices.basis),
      ...claimFacts(reference, modelPrices.basis),
      ...listFacts(evidence.offerCounts.rows, evidence.offerCounts.basis),
      ...agreementFacts(evidence.agreement.rows, evidence.disagreements.rows, evidence.agreement.basis),
      ...changeFacts(priceChanges.rows, priceChanges.basis),
      ...ownFacts({
        ...{ reference, named: namedPrices.rows, listed: evidence.accelerators.rows },
        ...{ prices: namedPrices.basis, list },
      }),
      ...memoryFacts(acceleratorMemory.rows, served, list),
      ...trainingFacts(
        trainingCompute.rows,
        evidence.largestTrainings.rows,
        evidence.computeByPlace.rows,
        trainingCompute.basis,
      ),
    };
    const get = (id: string): Fact => facts[id] as Fact;
    const { lower: low, upper: high } = envelope(get("median-ratio"));
    return {
      title: say`Closed models cost ${brief(get("median-ratio"))} their open peers at the median; other rules give ${show.label(low, "times")} to ${show.label(high, "times")}`,
      standfirst: say`Of ${get("closed-compared")} closed models that have open peers, ${get("share-above-10")} cost more than ${get("claimed-low")} as much, and ${claim("none", [get("share-above-1000")], "none on the headline rule", "headline")} more than ${get("claimed-high")}. That compares prices of models alike in release, modality and context; no evidence at hand says that they are alike in quality.`,
      facts,
      frames: {
        priceRatios: ratioFrame(modelPrices.rows, namedPrices.rows),
        priceDisagreements: disagreementFrame(evidence.disagreements.rows),
        priceChanges: changeFrame(changesOf(priceChanges.rows)),
        servingCost: servingFrame(served, comparedBy(reference, namedPrices.rows, shortWork(reference, setting))),
        acceleratorMemory: memoryFrame(acceleratorMemory.rows, reference),
        trainingCompute: trainingFrame(evidence.largestTrainings.rows),
      },
      comparisons,
      headlines: headlines(ratios, facts),
      basis: narrow(joint(modelPrices.basis, list), {
        population:
          "offers of language models by the token in three public price lists, accelerators on Hugging Face’s list, and models in Epoch AI’s database",
        asOf: get("median-ratio").basis.asOf,
      }),
    };
  },
});
