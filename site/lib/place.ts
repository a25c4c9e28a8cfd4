import type { SourceRecord } from "#loaders/schema/source.ts";
import type { Report } from "./assemble.ts";
import { anchor, to } from "./links.ts";
import type { PrintedChapter, PrintedFact } from "./print/types.ts";

/** Id of the ledger, which stands beside the chapters. */
export const claims = "claims";

/** Where a piece of prose stands. */
export interface Place {
  readonly report: Report;
  readonly chapter: PrintedChapter;
}

/** The place of prose on conflicts: the ledger with the facts of all chapters as `analysis/fact`. */
export function widePlace(report: Report): Place {
  const { chapter } = report.ledger;
  const facts = report.chapters.flatMap(({ analysis, facts }) =>
    [...facts].map(([id, fact]) => [`${analysis.id}/${id}`, fact] as const),
  );
  return { report, chapter: { ...chapter, facts: new Map([...chapter.facts, ...facts]) } };
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
export function factAt({ chapter }: Place, id: string): PrintedFact {
  return need(chapter.facts.get(id), "fact", id);
}

/** Records of the sources with these ids, in the order of the ids. */
export function sourcesAt({ sources }: Pick<Report, "sources">, ids: readonly string[]): SourceRecord[] {
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
