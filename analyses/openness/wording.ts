import type { Basis } from "#kit/coverage.ts";

/** The nouns of what the chapter stands on: evaluated models, or the Hub. */
export interface Wording {
  /** "evaluated models", "Hub models": one word before the noun. */
  readonly short: "evaluated" | "Hub";
  /** "models that public evaluations name", "models of the Hub". */
  readonly who: string;
}

/** The nouns that fit a basis. */
export function whose({ complete }: Pick<Basis, "complete">): Wording {
  return complete
    ? { short: "Hub", who: "models of the Hub" }
    : { short: "evaluated", who: "models that public evaluations name" };
}
