import type { Basis } from "./coverage.ts";
import { shareBounds } from "./stats/shares.ts";
import type { Unit } from "./units.ts";

/** What the value could be, given what is unknown. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** One alternative way to compute a fact, and what it gives. */
export interface Variant {
  readonly label: string;
  readonly value: number;
  /** What the value could be, where this way to count leaves something unknown. */
  readonly bounds?: Bounds;
}

/** A named, typed number (or day), with everything that a reader needs to check it. */
export interface Fact {
  /** Day facts hold `YYYY-MM-DD`. */
  readonly value: number | string;
  readonly unit: Unit;
  /** One sentence: how the number is made. */
  readonly definition: string;
  /** Number of observations behind it; null where counting them makes no sense. */
  readonly n: number | null;
  /** Denominator, in the unit of the numerator. */
  readonly of: number | null;
  readonly basis: Basis;
  /** Because something is unknown; null when nothing is. */
  readonly bounds: Bounds | null;
  /** Because it could be defined otherwise; empty when no variant was computed. */
  readonly variants: readonly Variant[];
}

interface Common {
  readonly definition: string;
  readonly basis: Basis;
  readonly n?: number;
  readonly variants?: readonly Variant[];
}

const fact = (value: number | string, unit: Unit, common: Common, rest: Partial<Fact> = {}): Fact => ({
  value,
  unit,
  definition: common.definition,
  n: common.n ?? null,
  of: null,
  basis: common.basis,
  bounds: null,
  variants: common.variants ?? [],
  ...rest,
});

/** A number of things; its n is itself. */
export function count(input: Common & { value: number; unit: Unit }): Fact {
  return fact(input.value, input.unit, input, { n: input.n ?? input.value });
}

/** A total over n observations. */
export function sum(input: Common & { value: number; unit: Unit; n: number }): Fact {
  return fact(input.value, input.unit, input);
}

/**
 * A part of a whole, as a fraction. Bounds are joint: `unknown` may belong to the part or not, so that
 * the shares of several parts of one whole cannot all reach their upper bound at once.
 */
export function share(input: Common & { part: number; whole: number; unknown: number; n: number }): Fact {
  const { part, whole, unknown } = input;
  return fact(part / whole, "share", input, { of: whole, bounds: shareBounds(part, whole, unknown) });
}

/** What another way to count gives for a share, with bounds where that way leaves something unknown. */
export function shareVariant(input: { label: string; part: number; whole: number; unknown: number }): Variant {
  const { label, part, whole, unknown } = input;
  const bounds = shareBounds(part, whole, unknown);
  return { label, value: part / whole, ...(bounds === null ? {} : { bounds }) };
}

/** How many times the denominator the numerator is. */
export function ratio(input: Common & { numerator: number; denominator: number }): Fact {
  return fact(input.numerator / input.denominator, "times", input, { of: input.denominator });
}

/** Relative change, as a fraction of the start: 0.5 is fifty percent more. */
export function change(input: Common & { from: number; to: number }): Fact {
  return fact(input.to / input.from - 1, "percent-more", input, { of: input.from });
}

/** Difference of two shares, in percentage points; its bounds and variants combine theirs, its n is that of `to`. */
export function points(input: Common & { from: Fact; to: Fact }): Fact {
  const [from, to] = [interval(input.from), interval(input.to)];
  const bounds = { lower: to.lower - from.upper, upper: to.upper - from.lower };
  const known = input.from.bounds === null && input.to.bounds === null;
  const n = input.n ?? input.to.n;
  const variants = input.variants ?? pairwise(input.from, input.to);
  const common = { ...input, variants, ...(n === null ? {} : { n }) };
  return fact(numeric(input.to) - numeric(input.from), "points", common, { bounds: known ? null : bounds });
}

function pairwise(from: Fact, to: Fact): Variant[] {
  return to.variants.flatMap(({ label, value }) => {
    const other = from.variants.find((variant) => variant.label === label);
    return other === undefined ? [] : [{ label, value: value - other.value }];
  });
}

/** The smallest value whose cumulative share reaches p, a fraction; NaN of no values. */
export function quantileOf(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length - 1e-9) - 1)] ?? Number.NaN;
}

/** Quantile of `values` (fraction p): the smallest value whose cumulative share reaches p. */
export function quantile(input: Common & { values: readonly number[]; p: number; unit: Unit }): Fact {
  return fact(quantileOf(input.values, input.p), input.unit, { ...input, n: input.values.length });
}

/** Place of one value among all, counted from the largest; equal values share the better place. */
export function rank(input: Common & { value: number; among: readonly number[] }): Fact {
  const place = 1 + input.among.filter((other) => other > input.value).length;
  return fact(place, "rank", { ...input, n: input.among.length });
}

/** A day, `YYYY-MM-DD`. */
export function date(input: Common & { value: string }): Fact {
  return fact(input.value, "date", input);
}

/** The number of a fact; an error for days. */
export function numeric(fact: Fact): number {
  if (typeof fact.value !== "number") throw new TypeError(`a day has no numeric value: ${fact.value}`);
  return fact.value;
}

/** Where the value lies for certain, given what is unknown. */
export function interval(fact: Fact): Bounds {
  return fact.bounds ?? { lower: numeric(fact), upper: numeric(fact) };
}

/** Where the value lies under every bound and every variant. */
export function envelope(fact: Fact): Bounds {
  const { lower, upper } = interval(fact);
  const values = fact.variants.map((variant) => variant.value);
  return { lower: Math.min(lower, ...values), upper: Math.max(upper, ...values) };
}
