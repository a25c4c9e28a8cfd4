import type { Basis } from "#kit/coverage.ts";
import type { Fact } from "#kit/facts.ts";
import type { Break } from "#kit/figure.ts";
import type { Candidate, Entry } from "#kit/ledger.ts";
import type { Comparison } from "#kit/published.ts";
import type { Recommended } from "#kit/recommended.ts";
import type { FrameValues } from "#kit/tell.ts";
import type { Columns } from "#loaders/schema/column.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import type { Provenance } from "#loaders/schema/provenance.ts";
import type { FrameTable } from "../frame-table.ts";
import type { Line } from "../spark.ts";

/** What pages say of a fact, so that code that formats numbers can change without moving one that is printed. */
export interface FactWords {
  /** The number as a sentence has it: "60.5 percent". */
  readonly value: string;
  /** The same without its unit. */
  readonly short: string;
  /** The same with the noun that it counts. */
  readonly noun: string;
  /** The number at full precision, with its unit. */
  readonly full: string;
  /** What it could be, given what is unknown; null for days. */
  readonly bounds: string | null;
  /** What it could be, defined otherwise; null for days. */
  readonly variants: string | null;
  /** Each variant's value, in their order. */
  readonly each: readonly string[];
  /** Null where the fact has no n. */
  readonly n: string | null;
  /** The month of the day, or of the newest evidence; null where there is neither. */
  readonly month: string | null;
  /** Size in full, n and denominator, for the list of numbers. */
  readonly sizes: readonly string[];
  /** "Evidence to 7 September 2025". */
  readonly evidence: string;
  /** "7 Sept 2025"; null where there is no evidence. */
  readonly asOf: string | null;
}

/** A fact with its words. */
export interface PrintedFact extends Fact {
  readonly words: FactWords;
}

/** A break with its day in words. */
export interface PrintedBreak extends Break {
  readonly days: string;
}

/** Breaks that share a note, with their first and last day in words. */
export interface BreakGroup {
  readonly note: string;
  readonly days: string;
  readonly all: readonly PrintedBreak[];
}

/** An event that a timeline draws. */
export interface PrintedEvent {
  readonly title: string;
  /** Its day, month or year in words. */
  readonly dated: string;
  /** A URL, or `unsourced`. */
  readonly source: string;
}

/** A figure as text: `<svg>` elements for pages, and a file of its own. */
export interface Drawings {
  readonly wide: string;
  readonly phone: string;
  readonly alone: string;
}

/** A figure as it is published. */
export interface PrintedFigure {
  readonly id: string;
  readonly columns: Columns;
  readonly rows: readonly FrameValues[];
  /** The fact that gives n, population, sources and evidence date. */
  readonly n: Pick<Fact, "value" | "unit" | "basis"> & { readonly fact: string };
  readonly title: string;
  readonly subtitle: string;
  /** How to read the form; null for forms that everybody reads. */
  readonly reading: string | null;
  readonly alt: string;
  readonly long: string;
  readonly assumptions: readonly string[];
  readonly sensitivity: readonly { readonly label: string; readonly value: string }[];
  readonly breaks: readonly BreakGroup[];
  readonly events: readonly PrintedEvent[];
  /** Whether readers may sort and filter the table. */
  readonly sortable: boolean;
  /** The rows as text. */
  readonly table: FrameTable;
  /** Sources, population, n and date in one line. */
  readonly source: string;
  /** Ids of the facts that its words cite. */
  readonly cites: readonly string[];
  /** File of code that defines it. */
  readonly code: string;
  readonly drawings: Drawings;
}

/** A headline of the home page. */
export interface PrintedHeadline {
  /** Id of its fact. */
  readonly id: string;
  readonly fact: PrintedFact;
  readonly sentence: string;
  readonly trend: readonly number[];
  /** The line that the trend draws; null where it has fewer than two values. */
  readonly line: Line | null;
}

/** A chapter as it is published: plain values, no code. */
export interface PrintedChapter {
  readonly analysis: {
    readonly id: string;
    readonly order: number;
    readonly label: string;
    readonly question: string;
  };
  readonly title: string;
  readonly standfirst: string;
  readonly basis: Basis;
  /** Its population and its newest evidence, in words. */
  readonly coverage: { readonly population: string; readonly evidence: string };
  readonly headlines: readonly PrintedHeadline[];
  readonly facts: ReadonlyMap<string, PrintedFact>;
  readonly figures: ReadonlyMap<string, PrintedFigure>;
  /** Ids of figures in the order in which the prose shows them. */
  readonly shown: readonly string[];
  readonly comparisons: readonly Comparison[];
  /** Advice that stands or is withdrawn. */
  readonly recommendations: readonly Recommended[];
  /** Text of each file of code, by path. */
  readonly code: Readonly<Record<string, string>>;
  /** The prose as HTML with a place for each figure; null while it is a draft and rendered from its MDX. */
  readonly prose: string | null;
}

/** A fact that a published figure was held against, in words. */
export interface PrintedCandidate extends Candidate {
  readonly fact: PrintedFact;
  /** The variant that comes nearer, in words; null where none does. */
  readonly nearerWords: string | null;
  /** The first figure of the chapter whose words cite the fact, with its number there; null where none does. */
  readonly figure: { readonly id: string; readonly number: number } | null;
}

/** A published figure with its verdict, in words. */
export interface PrintedEntry extends Entry {
  /** The published number in words. */
  readonly text: string;
  readonly held: PrintedCandidate | null;
  readonly others: readonly PrintedCandidate[];
}

/** The ledger as it is published. */
export interface PrintedLedger {
  readonly entries: readonly PrintedEntry[];
  /** Its own numbers with their words; no chapter of the contents. */
  readonly chapter: PrintedChapter;
  /** Whether it has prose on conflicts. */
  readonly conflicts: boolean;
}

/** A committed evidence table: what it declares, and the file that holds its rows. */
export interface PrintedTable {
  readonly analysis: string;
  readonly schema: EvidenceSchema;
  readonly provenance: Provenance;
  /** Number of rows. */
  readonly count: number;
  /** Path from the project's root. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}
