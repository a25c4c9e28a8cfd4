import type { FactSet } from "#kit/changes/way.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Erratum } from "../errata/types.ts";

/** The facts of a chapter, or of the ledger. */
export interface ComparableChapter {
  readonly analysis: { readonly id: string; readonly order: number; readonly label: string };
  readonly facts: FactSet;
}

/** What is read of an edition to compare it: a report has it, and a draft whose prose does not hold yet can have it. */
export interface Comparable {
  readonly edition: Edition;
  readonly chapters: readonly ComparableChapter[];
  readonly ledger: { readonly conflicts: boolean; readonly chapter: ComparableChapter };
  readonly reference: Reference;
  readonly errata: readonly Erratum[];
}
