/** Why a number differs between two editions, or that it does not. */
export const causes = [
  "data",
  "new population",
  "definition",
  "code",
  "correction",
  "not comparable",
  "unchanged",
] as const;

export type Cause = (typeof causes)[number];

/** What each cause means, in a sentence. */
export const causeWords: Readonly<Record<Cause, string>> = {
  data: "The evidence is newer, or other; population, definition and code are the same.",
  "new population": "Other things are counted: the population is another, or it is now the complete Hub.",
  definition: "On the same evidence, the sentence that defines the number, its unit or its population became another.",
  code: "On the same evidence and by the same definition, the code gives another value.",
  correction: "A reference registry was corrected, or an erratum mends the earlier number.",
  "not comparable":
    "There is nothing to hold it against, or the two cannot be held against each other; the reason stands beside it.",
  unchanged: "Neither value nor definition nor population moved.",
};
