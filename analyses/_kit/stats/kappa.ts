import { sum } from "d3";
import type { Bounds } from "../facts.ts";
import { z95 } from "./normal.ts";

/** How far two raters of the same things agree. */
export interface Agreement {
  /** Things that both rated. */
  readonly n: number;
  /** Share of things on which they agree. */
  readonly agreement: number;
  /** Share on which raters with their habits would agree by chance. */
  readonly byChance: number;
  /** Cohen's kappa: the part of the room above chance that they fill; 1 is agreement on all, 0 is chance. */
  readonly kappa: number;
  /** 95 percent, if the things are a random sample, after Fleiss, Cohen and Everitt (1969). */
  readonly interval: Bounds;
}

/**
 * Agreement and Cohen's kappa of two raters who gave each thing one label; labels are nominal, without degrees of
 * disagreement. All is NaN of nothing; kappa is NaN when both gave one and the same label throughout, for then chance
 * agrees on everything. An error when the lists differ in length.
 */
export function cohensKappa(first: readonly string[], second: readonly string[]): Agreement {
  if (first.length !== second.length) {
    throw new RangeError(`one rater has ${first.length} labels and the other ${second.length}: give pairs`);
  }
  const n = first.length;
  const pairs = first.map((label, i) => [label, second[i] ?? ""] as const);
  const habits = [shares(first), shares(second)] as const;
  const agreement = pairs.filter(([a, b]) => a === b).length / n;
  const byChance = n === 0 ? Number.NaN : sum(habits[0], ([label, share]) => share * (habits[1].get(label) ?? 0));
  const kappa = (agreement - byChance) / (1 - byChance);
  const reach = z95 * Math.sqrt(variance(pairs, habits, byChance, kappa));
  return { n, agreement, byChance, kappa, interval: { lower: kappa - reach, upper: kappa + reach } };
}

type Shares = ReadonlyMap<string, number>;

function shares(labels: readonly string[]): Shares {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return new Map([...counts].map(([label, count]) => [label, count / labels.length]));
}

function variance(
  pairs: readonly (readonly [string, string])[],
  [rows, columns]: readonly [Shares, Shares],
  byChance: number,
  kappa: number,
): number {
  const weight = ([a, b]: readonly [string, string]): number =>
    (a === b ? 1 : 0) - (1 - kappa) * ((columns.get(a) ?? 0) + (rows.get(b) ?? 0));
  const squares = sum(pairs, (pair) => weight(pair) ** 2) / pairs.length;
  const spread = Math.max(0, squares - (kappa - byChance * (1 - kappa)) ** 2);
  return spread / ((1 - byChance) ** 2 * pairs.length);
}
