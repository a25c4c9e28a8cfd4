import { prose } from "#kit/format.ts";
import type { Candidate, Entry } from "#kit/ledger.ts";
import { asPublished } from "../comparisons.ts";
import type { Computed } from "../compute.ts";
import { need } from "../place.ts";
import { printChapter } from "./chapter.ts";
import type { PrintedCandidate, PrintedChapter, PrintedEntry, PrintedLedger } from "./types.ts";

/** The ledger in words, beside the chapters that its facts come from. */
export function printLedger(of: Computed, chapters: readonly PrintedChapter[]): PrintedLedger {
  const { entries, chapter, prose: file } = of.ledger;
  return {
    entries: entries.map((entry) => printEntry(entry, chapters)),
    chapter: printChapter(chapter, of),
    conflicts: file !== null,
  };
}

function printEntry(entry: Entry, chapters: readonly PrintedChapter[]): PrintedEntry {
  const candidate = (one: Candidate): PrintedCandidate => printCandidate(one, chapters);
  return {
    ...entry,
    text: asPublished(entry.published),
    held: entry.held === null ? null : candidate(entry.held),
    others: entry.others.map(candidate),
  };
}

function printCandidate(candidate: Candidate, chapters: readonly PrintedChapter[]): PrintedCandidate {
  const { analysis, comparison, nearer, fact } = candidate;
  const chapter = need(
    chapters.find((one) => one.analysis.id === analysis),
    "chapter",
    analysis,
  );
  return {
    ...candidate,
    fact: need(chapter.facts.get(comparison.fact), "fact", comparison.fact),
    nearerWords: nearer === null ? null : prose(nearer.value, fact.unit),
    figure: figureOf(chapter, comparison.fact),
  };
}

/** The first figure of a chapter whose words cite a fact. */
function figureOf({ shown, figures }: PrintedChapter, fact: string): PrintedCandidate["figure"] {
  const index = shown.findIndex((id) => figures.get(id)?.cites.includes(fact));
  const id = shown[index];
  return id === undefined ? null : { id, number: index + 1 };
}
