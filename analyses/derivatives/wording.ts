import type { Basis } from "#kit/coverage.ts";

/** The nouns of what the chapter stands on: text-generation models, or the Hub. */
export interface Wording {
  /** "text-generation models": before "that". */
  readonly who: string;
  /** Who is counted, at the beginning of a sentence. */
  readonly listed: string;
}

/** The nouns that fit a basis. */
export function whose({ complete }: Pick<Basis, "complete">): Wording {
  return complete
    ? { who: "models of the Hub", listed: "The whole Hub" }
    : { who: "text-generation models", listed: "English text-generation models" };
}
