/** An element that prose may use. */
export interface Element {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Whether it wraps prose. */
  readonly wraps: boolean;
}

/** Ways to show a fact: its value, without its unit, what the unknown allows, what the variants span, its n, its day. */
export const shows = ["value", "short", "bounds", "variants", "n", "month"] as const;
export type Show = (typeof shows)[number];

/** All elements of prose; anything else fails the build. */
export const vocabulary: Readonly<Record<string, Element>> = {
  Fact: { required: ["id"], optional: ["show"], wraps: false },
  Figure: { required: ["id"], optional: [], wraps: false },
  Claim: { required: ["facts", "says"], optional: ["scope"], wraps: true },
  Recommendation: { required: ["id"], optional: [], wraps: false },
  Name: { required: ["id"], optional: [], wraps: false },
  Published: { required: ["id"], optional: [], wraps: false },
  Comparisons: { required: [], optional: [], wraps: false },
  Source: { required: ["id"], optional: [], wraps: false },
  Note: { required: [], optional: [], wraps: true },
};
