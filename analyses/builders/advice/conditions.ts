import type { Condition, FactId } from "#kit/recommendations.ts";

/** A fact must lie above a level. */
export const above = (fact: FactId, level: number, what: Condition["what"]): Condition => ({
  ...{ is: "above", fact, level, what },
});

/** A fact must lie below a level. */
export const below = (fact: FactId, level: number, what: Condition["what"]): Condition => ({
  ...{ is: "below", fact, level, what },
});

/** Where the greater part of something begins. */
export const greaterPart = 0.5;
