import type { Cause } from "#kit/changes/causes.ts";
import type { Unit } from "#kit/units.ts";

/** A fact as one of two editions has it. */
export interface Side {
  readonly value: number | string;
  readonly unit: Unit;
  /** The value in words, with its unit or what it counts. */
  readonly text: string;
  readonly definition: string;
  readonly population: string;
  readonly complete: boolean;
  /** Day of its newest evidence. */
  readonly evidence_to: string;
  readonly bounds: { readonly lower: number; readonly upper: number } | null;
}

/** A cause, and how far it moved the value. */
export interface Caused {
  readonly cause: Cause;
  readonly moved: number | null;
  /** The same in words; null where it cannot be said. */
  readonly text: string | null;
  /** Why the two cannot be held against each other; null for all other causes. */
  readonly reason: string | null;
}

/** A fact in two editions. */
export interface ChangeEntry {
  readonly analysis: string;
  readonly id: string;
  readonly old: Side | null;
  readonly new: Side | null;
  /** In the unit's own terms; null where it cannot be said. */
  readonly difference: string | null;
  /** Main cause first; never empty. */
  readonly causes: readonly Caused[];
}

/** How many facts have each main cause, in the order of the causes. */
export type Tally = readonly { readonly cause: Cause; readonly count: number }[];

/** A chapter that either edition tells. */
export interface ChangedChapter {
  readonly analysis: string;
  readonly label: string;
  readonly told: "both" | "old" | "new";
  readonly tally: Tally;
}

/** An edition as its changes name it. */
export interface EditionName {
  readonly id: string;
  readonly title: string;
  readonly status: "draft" | "released";
  readonly as_of: string;
}

/** Everything that differs between an edition and the one before it: `/<edition>/changes.json`. */
export interface Changes {
  readonly edition: EditionName;
  /** Null for the first edition. */
  readonly before: EditionName | null;
  readonly tally: Tally;
  readonly chapters: readonly ChangedChapter[];
  /** Every fact of either edition, by chapter. */
  readonly facts: readonly ChangeEntry[];
}
