import type { ColumnTable } from "arquero";
import type { Columns } from "#loaders/schema/column.ts";
import type { EvidenceSchema, OptionalEvidence } from "#loaders/schema/evidence.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { Basis } from "./coverage.ts";
import type { Fact } from "./facts.ts";
import type { Figure, FrameRow } from "./figure.ts";
import type { Comparison } from "./published.ts";
import type { Recommendation } from "./recommendations.ts";
import type { Text } from "./text.ts";

/** An evidence table as an analysis sees it. */
export interface Evidence<S extends EvidenceSchema> {
  readonly rows: readonly Row<S>[];
  /** The same rows for Arquero's verbs. */
  readonly table: ColumnTable;
  readonly basis: Basis;
}

export type Tables = Readonly<Record<string, EvidenceSchema>>;
export type Figures = Readonly<Record<string, Figure<Columns>>>;

/** What an analysis computes from. */
export interface Input<T extends Tables> {
  /** Each table under its own key; null where it is optional and the edition does not pin its sources. */
  readonly evidence: {
    readonly [K in keyof T]: T[K] extends OptionalEvidence ? Evidence<T[K]> | null : Evidence<T[K]>;
  };
  readonly reference: Reference;
  /** Facts of the analyses named in `needs`, as `needed["analysis"]["fact"]`. */
  readonly needed: Readonly<Record<string, Readonly<Record<string, Fact>>>>;
}

type Frames<F extends Figures> = {
  readonly [K in keyof F]: F[K] extends Figure<infer C> ? readonly FrameRow<C>[] | null : never;
};

/** A number that the home page shows, with the sentence it stands for. */
export interface Headline {
  /** Id of a fact of the same analysis. */
  readonly fact: string;
  /** What the number means, in one sentence that does not repeat it. */
  readonly sentence: Text;
  /** The number over time, oldest first, for a small line; left out where there is no series. */
  readonly trend?: readonly number[];
}

/** What an analysis finds. */
export interface Findings<F extends Figures> {
  /** The finding, in a sentence of 8 to 14 words. */
  readonly title: Text;
  /** What it rests on, in two sentences. */
  readonly standfirst: Text;
  readonly facts: Readonly<Record<string, Fact>>;
  /** Rows to draw, one frame a figure, under the figure's key; null where this evidence leaves nothing to draw. */
  readonly frames: Frames<F>;
  /** Published figures held against facts. */
  readonly comparisons: readonly Comparison[];
  /** Advice that follows from facts of other analyses by rules; prose shows each once. */
  readonly recommendations?: readonly Recommendation[];
  /** Numbers for the home page, most telling first; the home page shows six at most. */
  readonly headlines?: readonly Headline[];
  /** Basis of the chapter as a whole: its population and the date of its newest evidence. */
  readonly basis: Basis;
}

/** One question, how it is computed, and what is drawn. */
export interface Analysis<T extends Tables = Tables, F extends Figures = Figures> {
  /** The folder's name. */
  readonly id: string;
  /** Place in the table of contents. */
  readonly order: number;
  /** Short name for navigation. */
  readonly label: string;
  readonly question: string;
  /** Ids of analyses whose facts this one reads. */
  readonly needs: readonly string[];
  readonly tables: T;
  readonly figures: F;
  /** Pure: same input, same findings. */
  compute(input: Input<T>): Findings<F>;
}

/** Declares an analysis; evidence rows and frames are typed by its tables and figures. */
export function defineAnalysis<const T extends Tables, const F extends Figures>(
  analysis: Analysis<T, F>,
): Analysis<T, F> {
  return analysis;
}
