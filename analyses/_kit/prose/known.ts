import type { Chapter } from "../evaluate.ts";

/** What prose may refer to. */
export interface Known {
  readonly chapter: Chapter;
  readonly published: readonly string[];
  readonly sources: readonly string[];
}

/** A rule that prose breaks, at an offset in its file. */
export interface Fault {
  readonly at: number;
  readonly message: string;
  /** Whether the words would hold of other numbers. */
  readonly open?: true;
  /** Element that the prose lacks, as one writes it. */
  readonly lacks?: string;
}
