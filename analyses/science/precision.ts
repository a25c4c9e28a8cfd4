import type { Bounds } from "#kit/facts.ts";
import { wilson } from "#kit/stats/wilson.ts";
import type { Reference } from "#loaders/schema/reference.ts";

/** How sure the intervals are, as a fraction. */
export const sureness = 0.95;

type Label = Reference["labels"][number];

/** What the labels of one stratum say. */
export interface Stratum {
  readonly domain: string;
  /** Models that were drawn and labelled. */
  readonly drawn: number;
  /** Of these, models that are of the domain. */
  readonly right: number;
  /** Of these, models that nobody could tell; they count as not of the domain. */
  readonly unsure: number;
  /** Models that the stratum holds. */
  readonly models: number;
  /** Share of the drawn that are of the domain. */
  readonly precision: number;
  /** 95 percent after Wilson; the precision itself where all were drawn. */
  readonly interval: Bounds;
}

/** The strata of the labelled sample, by domain. */
export function strataOf(labels: readonly Label[], sizes: ReadonlyMap<string, number>): Stratum[] {
  const domains = [...new Set(labels.map(({ domain }) => domain))].sort();
  return domains.map((domain) => {
    const own = labels.filter((row) => row.domain === domain);
    const count = (label: string): number => own.filter((row) => row.label === label).length;
    const [drawn, right, models] = [own.length, count("true"), sizes.get(domain) ?? own.length];
    const precision = right / drawn;
    const interval = drawn >= models ? { lower: precision, upper: precision } : wilson(right, drawn);
    return { domain, drawn, right, unsure: count("unsure"), models, precision, interval };
  });
}

/**
 * Precision over all strata, each weighted by its size. The interval recovers variances from those of the strata
 * (Zou and Donner 2008): the distances of the ends from the estimates, weighted and added as squares.
 */
export function weighted(strata: readonly Stratum[]): { readonly value: number; readonly interval: Bounds } {
  const whole = strata.reduce((sum, { models }) => sum + models, 0);
  const over = (pick: (stratum: Stratum) => number): number =>
    strata.reduce((sum, stratum) => sum + (stratum.models / whole) * pick(stratum), 0);
  const reach = (end: "lower" | "upper"): number =>
    Math.sqrt(strata.reduce((sum, one) => sum + ((one.models / whole) * (one.precision - one.interval[end])) ** 2, 0));
  const value = over(({ precision }) => precision);
  return { value, interval: { lower: value - reach("lower"), upper: value + reach("upper") } };
}
