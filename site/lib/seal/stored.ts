import type { PrintedCandidate, PrintedChapter, PrintedEntry, PrintedFigure, PrintedHeadline } from "../print/types.ts";

/** What `chapter.json` holds: a chapter without what has files of its own. */
export interface StoredChapter extends Omit<PrintedChapter, "facts" | "figures" | "headlines" | "code" | "prose"> {
  /** Ids of figures, in the order of the analysis. */
  readonly figures: readonly string[];
  readonly headlines: readonly Omit<PrintedHeadline, "fact">[];
}

/** What `figures/<id>.json` holds: a figure without its drawings. */
export type StoredFigure = Omit<PrintedFigure, "drawings">;

/** A candidate of the ledger, without the published figure and the fact, which stand elsewhere. */
export type StoredCandidate = Omit<PrintedCandidate, "published" | "fact">;

/** An entry of the ledger as `ledger.json` holds it. */
export interface StoredEntry extends Omit<PrintedEntry, "held" | "others"> {
  readonly held: StoredCandidate | null;
  readonly others: readonly StoredCandidate[];
}

/** What `ledger.json` holds. */
export interface StoredLedger {
  readonly conflicts: boolean;
  readonly entries: readonly StoredEntry[];
}

/** The drawings of a figure, by the middle of their file's name. */
export const drawingKinds = ["wide", "phone", "alone"] as const;
