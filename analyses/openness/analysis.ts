import { defineAnalysis } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { brief, say } from "#kit/text.ts";
import { cardMeasures } from "./cards.ts";
import { comparisonsOf } from "./comparisons.ts";
import { accessFacts, kindFacts } from "./facts/access.ts";
import { cardFacts } from "./facts/cards.ts";
import * as figures from "./figures.ts";
import { accessFrame, cardFrame, kindFrame } from "./frames.ts";
import { accessHeadline, cardHeadlines } from "./headlines.ts";
import { listed } from "./listed.ts";
import * as tables from "./tables.ts";

export default defineAnalysis({
  id: "openness",
  order: 12,
  label: "Openness",
  question: "Under which licences, how gated, how documented, and how far behind closed models?",
  needs: [],
  tables,
  figures,
  compute({ evidence, reference }) {
    const { modelCards, datasetCards, accessByYear, accessByKind } = evidence;
    const measures = cardMeasures(modelCards.rows, datasetCards.rows);
    const documented: Record<string, Fact> = {
      ...cardFacts(measures, modelCards.basis, datasetCards.basis),
      ...accessFacts(accessByYear.rows, accessByYear.basis),
      ...kindFacts(accessByKind.rows, accessByKind.basis),
    };
    const get = (id: string): Fact => documented[id] as Fact;
    const { facts, frames, headlines, ...opening } = listed(evidence, reference) ?? {
      title: say`Cards covered ${brief(get("model-card"))} of the Hub's models in 2022, and ${brief(get("model-card-downloads"))} of downloads`,
      standfirst: say`Of ${get("listed-models")} models in Epoch AI's database it is not stated for ${get("access-unstated")} how they may be had. No listing at hand says licences or gates, so this edition asks what was documented.`,
      facts: {},
      frames: { licenceFamilies: null, permissiveByGroup: null, gates: null },
      headlines: cardHeadlines(documented),
      basis: modelCards.basis,
    };
    const all = { ...facts, ...documented };
    return {
      ...opening,
      facts: all,
      frames: {
        ...frames,
        cards: cardFrame(measures),
        accessByYear: accessFrame(accessByYear.rows),
        accessByKind: kindFrame(accessByKind.rows),
      },
      comparisons: comparisonsOf(opening.basis.asOf).filter(({ fact }) => fact in all),
      headlines: [...headlines, accessHeadline],
    };
  },
});
