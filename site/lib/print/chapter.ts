import { existsSync, readFileSync } from "node:fs";
import type { Chapter } from "#kit/evaluate.ts";
import { pieces } from "#kit/prose/parse.ts";
import { codeOf, proseOf } from "../code.ts";
import type { Computed } from "../compute.ts";
import { markOpen } from "../open.ts";
import { spark } from "../spark.ts";
import { evidenceTo, populationOf } from "../words.ts";
import { printFact } from "./facts.ts";
import { printFigure } from "./figures.ts";
import type { PrintedChapter } from "./types.ts";

/** A chapter in words and drawings; nothing of it is computed any more. */
export function printChapter(chapter: Chapter, of: Computed): PrintedChapter {
  const { title, standfirst, findings, figures } = chapter;
  const { id, order, label, question } = chapter.analysis;
  const code = codeOf(id);
  const facts = new Map([...chapter.facts].map(([key, fact]) => [key, printFact(fact)]));
  return {
    analysis: { id, order, label, question },
    ...{ title, standfirst, basis: findings.basis, comparisons: findings.comparisons, facts, code, prose: null },
    recommendations: [...chapter.recommendations.values()],
    coverage: { population: populationOf(findings.basis), evidence: evidenceTo(findings.basis) },
    headlines: chapter.headlines.map((headline) => ({
      ...headline,
      fact: facts.get(headline.id) ?? printFact(headline.fact),
      line: spark(headline.trend),
    })),
    figures: new Map([...figures].map(([key, told]) => [key, printFigure(told, { of, analysis: id, code })])),
    shown: shownIn(proseOf(id, of.edition.id), of.open),
  };
}

/** Ids of figures in the order in which a file of prose shows them. */
function shownIn(file: string, open: Computed["open"]): string[] {
  const prose = existsSync(file) ? readFileSync(file, "utf8") : "";
  return pieces(markOpen(file, prose, open)).flatMap(({ name, attributes }) =>
    name === "Figure" ? (attributes.id ?? []) : [],
  );
}
