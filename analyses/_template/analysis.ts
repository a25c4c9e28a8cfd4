import { defineAnalysis } from "#kit/define.ts";
import { brief, say } from "#kit/text.ts";
import { comparisonsOf } from "./comparisons.ts";
import { factsOf } from "./facts.ts";
import * as figures from "./figures.ts";
import { headlines } from "./headlines.ts";
import * as tables from "./tables.ts";

export default defineAnalysis({
  id: "new-analysis",
  order: 0,
  label: "New analysis",
  question: "What does the evidence say?",
  needs: [],
  tables,
  figures,
  compute({ evidence: { stated } }) {
    const facts = factsOf(stated.rows, stated.basis);
    return {
      title: say`Of ${brief(facts.models)} models that public evaluations name, ${brief(facts.sized)} state their size`,
      standfirst: say`The listing is of ${facts.day}. It holds models that public evaluations name, so it says nothing of the others.`,
      facts,
      frames: { sizes: stated.rows.map(({ sized, models }) => ({ kind: sized ? "stated" : "not stated", models })) },
      comparisons: comparisonsOf(),
      headlines: headlines(),
      basis: stated.basis,
    };
  },
});
