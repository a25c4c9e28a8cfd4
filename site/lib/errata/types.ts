/** A number of a released edition that was wrong, as pages show it. */
export interface Erratum {
  /** Day on which readers were told. */
  readonly on: string;
  readonly analysis: string;
  readonly fact: string;
  readonly was: number | string;
  readonly is: number | string;
  /** Why it was wrong, in a sentence. */
  readonly cause: string;
  /** Whether the edition was sealed again with what is right since; else what is wrong still stands in it. */
  readonly mended: boolean;
  /** Day and values in words, the values with their unit or what they count. */
  readonly words: { readonly on: string; readonly was: string; readonly is: string };
}
