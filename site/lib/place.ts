import { readFileSync } from "node:fs";
import type { Chapter } from "#kit/evaluate.ts";
import type { Fact } from "#kit/facts.ts";
import { pieces } from "#kit/prose/parse.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import type { Report } from "./assemble.ts";
import { proseOf } from "./code.ts";
import { anchor, to } from "./links.ts";

/** Id of the ledger, which stands beside the chapters. */
export const claims = "claims";

/** Where a piece of prose stands. */
export interface Place {
  readonly report: Report;
  readonly chapter: Chapter;
  /** Ids of figures in the order in which the prose shows them. */
  readonly figures: readonly string[];
}

/** The place of a chapter's prose. */
export function placeOf(report: Report, chapter: Chapter): Place {
  const prose = readFileSync(proseOf(chapter.analysis.id, report.edition.id), "utf8");
  const figures = pieces(prose).flatMap(({ name, attributes }) => (name === "Figure" ? (attributes.id ?? []) : []));
  return { report, chapter, figures };
}

/** The place that a chapter page has set; an error anywhere else. */
export function here(locals: App.Locals): Place {
  if (locals.place === undefined) throw new Error("elements of prose stand in chapters only");
  return locals.place;
}

/** A thing by its id, or an error that names it. */
export function need<T>(found: T | undefined, what: string, id: string): T {
  if (found === undefined) throw new Error(`no ${what} "${id}"`);
  return found;
}

/** Where the row of a fact stands: on the page itself, on the claims page, or in the chapter that `analysis/fact` names. */
export function factLink({ report, chapter }: Place, id: string): string {
  const [analysis, fact] = id.includes("/") ? id.split("/") : [chapter.analysis.id, id];
  const elsewhere = id.includes("/") || chapter.analysis.id === claims;
  return elsewhere ? to.fact(report.edition.id, analysis ?? "", fact ?? "") : `#${anchor.fact(id)}`;
}

/** A fact of the chapter. */
export function factAt({ chapter }: Place, id: string): Fact {
  return need(chapter.facts.get(id), "fact", id);
}

/** Records of the sources with these ids, in the order of the ids. */
export function sourcesAt({ sources }: Report, ids: readonly string[]): SourceRecord[] {
  return ids.map((id) =>
    need(
      sources.find((source) => source.id === id),
      "source",
      id,
    ),
  );
}

/** The title of a source without its explanation. */
export function shortTitle({ title }: SourceRecord): string {
  return title.split(":")[0] ?? title;
}
