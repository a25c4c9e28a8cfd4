import { surelyAhead } from "./stats/shares.ts";

/** Where a fact lies for certain. */
export interface Range {
  readonly lower: number;
  readonly upper: number;
}

/** One way that a claim can go, and the words that only it may carry. */
export interface Direction {
  /** How many facts the claim compares. */
  readonly facts: number;
  /** What must hold, in words for the error. */
  readonly rule: string;
  /** Whether the facts are of one day, so that what is unknown may belong to either, or of two, where an unknown owner stays what it is. */
  readonly days: "one" | "two";
  /** Words of prose that only this kind of claim may carry. */
  readonly words: RegExp;
  readonly holds: (ranges: readonly Range[]) => boolean;
}

const words = (...forms: string[]): RegExp => new RegExp(`\\b(?:${forms.join("|")})\\b`, "giu");

const two = (test: (a: Range, b: Range) => boolean) => {
  return ([a, b]: readonly Range[]): boolean => a !== undefined && b !== undefined && test(a, b);
};

const multiple = (low: number, high: number) => two((a, b) => b.lower / a.upper >= low && b.upper / a.lower <= high);

/** What `<Claim says>` can say; every direction is checked against the facts it cites, in their order. */
export const directions = {
  rose: {
    facts: 2,
    days: "two",
    rule: "the second fact must lie above the first",
    words: words(
      "rose",
      "rises?",
      "risen",
      "grew",
      "grows?",
      "grown",
      "climb(?:ed|s)?",
      "increase[ds]?",
      "gain(?:ed|s)?",
      "soar(?:ed|s)?",
      "surge[ds]?",
      "jump(?:ed|s)?",
      "widen(?:ed|s|ing)?",
      "(?:went|goes|go|is|was|are|were) up",
    ),
    holds: two((a, b) => surelyAhead(b, a)),
  },
  fell: {
    facts: 2,
    days: "two",
    rule: "the second fact must lie below the first",
    words: words(
      "fell",
      "falls?",
      "fallen",
      "drop(?:ped|s)?",
      "decline[ds]?",
      "shr[aiu]nk",
      "decrease[ds]?",
      "slipped",
      "lost",
      "plunge[ds]?",
      "plummet(?:ed|s)?",
      "collapse[ds]?",
      "tumble[ds]?",
      "sank",
      "sinks",
      "narrow(?:ed|s|ing)",
      "clos(?:ing|es) the gap",
      "gap is closing",
      "(?:went|goes|go|is|was|are|were) down",
    ),
    holds: two((a, b) => surelyAhead(a, b)),
  },
  exceeds: {
    facts: 2,
    days: "one",
    rule: "the first fact must lie above the second",
    words: words(
      "exceed(?:s|ed)?",
      "ahead",
      "leads?",
      "led",
      "larger",
      "higher",
      "dominate[ds]?",
      "wins?",
      "won",
      "outnumber(?:s|ed)?",
      "outweigh(?:s|ed)?",
    ),
    holds: two(surelyAhead),
  },
  trails: {
    facts: 2,
    days: "one",
    rule: "the first fact must lie below the second",
    words: words("trail(?:s|ed)?", "behind", "smaller", "lower", "lag(?:s|ged)?"),
    holds: two((a, b) => surelyAhead(b, a)),
  },
  overtook: {
    facts: 4,
    days: "one",
    rule: "of facts a, b (before) and a, b (after), a must lie below b before and above it after",
    words: words("overtook", "overtakes?", "overtaken", "surpass(?:ed|es)?", "outpaced", "pass(?:ed|es)?"),
    holds: ([a, b, c, d]) => Boolean(a && b && c && d && surelyAhead(b, a) && surelyAhead(c, d)),
  },
  halved: {
    facts: 2,
    days: "two",
    rule: "the second fact must be 0.475 to 0.525 of the first",
    words: words("halved", "halves"),
    holds: multiple(0.475, 0.525),
  },
  doubled: {
    facts: 2,
    days: "two",
    rule: "the second fact must be 1.9 to 2.1 times the first",
    words: words("doubled?", "doubles", "twice"),
    holds: multiple(1.9, 2.1),
  },
  tripled: {
    facts: 2,
    days: "two",
    rule: "the second fact must be 2.85 to 3.15 times the first",
    words: words("tripled?", "triples"),
    holds: multiple(2.85, 3.15),
  },
  quadrupled: {
    facts: 2,
    days: "two",
    rule: "the second fact must be 3.8 to 4.2 times the first",
    words: words("quadrupled?", "quadruples"),
    holds: multiple(3.8, 4.2),
  },
  half: {
    facts: 1,
    days: "one",
    rule: "the fact must lie between 47.5 and 52.5 percent",
    words: words("half"),
    holds: ([a]) => a !== undefined && a.lower >= 0.475 && a.upper <= 0.525,
  },
  majority: {
    facts: 1,
    days: "one",
    rule: "the fact must lie above 50 percent",
    words: words("majority", "more than half", "most of"),
    holds: ([a]) => a !== undefined && a.lower > 0.5,
  },
  none: {
    facts: 1,
    days: "one",
    rule: "the fact must be zero",
    words: words("never", "none", "no crossing", "nowhere"),
    holds: ([a]) => a !== undefined && a.lower === 0 && a.upper === 0,
  },
} as const satisfies Record<string, Direction>;

export type Says = keyof typeof directions;

export function isSays(says: string): says is Says {
  return Object.hasOwn(directions, says);
}

/** Direction words in a text, with the directions that may carry them. */
export function directionWords(text: string): { text: string; index: number; says: Says }[] {
  return (Object.keys(directions) as Says[]).flatMap((says) =>
    [...text.matchAll(directions[says].words)].map((match) => ({ text: match[0], index: match.index, says })),
  );
}
