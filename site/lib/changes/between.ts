import { causes } from "#kit/changes/causes.ts";
import { type Change, changesOf } from "#kit/changes/changes.ts";
import type { Way } from "#kit/changes/way.ts";
import { differenceWords, movedWords, valueWords } from "#kit/changes/words.ts";
import type { Fact } from "#kit/facts.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import type { Comparable, ComparableChapter } from "./comparable.ts";
import type { ChangedChapter, ChangeEntry, Changes, EditionName, Side, Tally } from "./types.ts";
import { type Today, wayBetween } from "./way.ts";

/** Every fact of two editions with the cause of its change; the same from an edition alone where none stands before. */
export function changesBetween(old: Comparable | null, now: Comparable, today: Today): Changes {
  if (old === null) return { edition: nameOf(now.edition), before: null, tally: [], chapters: [], facts: [] };
  const chapters = chaptersOf(old, now);
  const place = new Map(chapters.map(({ analysis }, i) => [analysis, i]));
  const facts = entriesOf(wayBetween(old, now, today)).sort(
    (a, b) => (place.get(a.analysis) ?? 0) - (place.get(b.analysis) ?? 0),
  );
  return {
    ...{ edition: nameOf(now.edition), before: nameOf(old.edition), tally: tallyOf(facts) },
    chapters: chapters.map((chapter) => ({
      ...chapter,
      tally: tallyOf(facts.filter(({ analysis }) => analysis === chapter.analysis)),
    })),
    facts,
  };
}

function nameOf({ id, title, status, as_of }: Edition): EditionName {
  return { id, title, status, as_of };
}

function chaptersOf(old: Comparable, now: Comparable): Omit<ChangedChapter, "tally">[] {
  const [before, after] = [old, now].map((report) => [...report.chapters, report.ledger.chapter]);
  const has = (list: readonly ComparableChapter[] | undefined, id: string) =>
    list?.some(({ analysis }) => analysis.id === id);
  const all = new Map([...(before ?? []), ...(after ?? [])].map(({ analysis }) => [analysis.id, analysis]));
  return [...all.values()]
    .sort((a, b) => a.order - b.order)
    .map(({ id, label }) => ({
      ...{ analysis: id, label },
      told: has(before, id) ? (has(after, id) ? "both" : "old") : "new",
    }));
}

function entriesOf(way: Way): ChangeEntry[] {
  return changesOf(way).map(({ analysis, id, because, ...pair }) => ({
    ...{ analysis, id, old: sideOf(pair.old), new: sideOf(pair.new) },
    difference: pair.old === null || pair.new === null ? null : differenceWords(pair.old, pair.new),
    causes: because.map((one) => ({ ...one, text: movedText(one.moved, pair.new) })),
  }));
}

function movedText(moved: number | null, now: Change["new"]): string | null {
  return moved === null || now === null ? null : movedWords(moved, now.unit);
}

function sideOf(fact: Fact | null): Side | null {
  if (fact === null) return null;
  const { value, unit, definition, basis, bounds } = fact;
  const { population, complete, asOf } = basis;
  return { value, unit, text: valueWords(fact), definition, population, complete, evidence_to: asOf, bounds };
}

function tallyOf(facts: readonly ChangeEntry[]): Tally {
  return causes.map((cause) => ({
    cause,
    count: facts.filter(({ causes: [first] }) => first?.cause === cause).length,
  }));
}
