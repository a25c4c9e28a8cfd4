import type { Fact } from "#kit/facts.ts";
import { countFacts } from "./arithmetic/counts.ts";
import { derivativeFacts } from "./arithmetic/derivatives.ts";
import { otherFacts } from "./arithmetic/others.ts";
import { placeFacts } from "./arithmetic/places.ts";
import type { Quoted } from "./quoted.ts";

/** What follows from published numbers alone: whether two of them can be true at once, never what is true. */
export function arithmeticFacts(quoted: Quoted): Record<string, Fact> {
  return { ...countFacts(quoted), ...placeFacts(quoted), ...derivativeFacts(quoted), ...otherFacts(quoted) };
}
