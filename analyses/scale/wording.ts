import type { Basis } from "#kit/coverage.ts";
import type { Kind } from "./series.ts";

/** The nouns of what a chapter stands on. */
export interface Wording {
  readonly complete: boolean;
  /** "the Hub", or the population where it is a part of it. */
  readonly whole: string;
  /** Whose repositories: "of the whole Hub", or the part of it in brackets. */
  readonly of: string;
}

/** The nouns that fit a basis. */
export function wording({ complete, population }: Pick<Basis, "complete" | "population">): Wording {
  const whole = complete ? "the Hub" : population;
  return { complete, whole, of: complete ? "of the whole Hub" : `(${population})` };
}

/** Plural of a kind, in a sentence. */
export const plural = { model: "models", dataset: "datasets" } as const satisfies Record<Kind, string>;

/** Plural of a kind, as a label. */
export const Plural = { model: "Models", dataset: "Datasets" } as const satisfies Record<Kind, string>;
