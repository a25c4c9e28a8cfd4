import { sum } from "d3";
import { checkPairs } from "./rank.ts";

/** How many of the first k of one ranking are among the first k of another. */
export interface Overlap {
  /** Expected number of items in both; whole unless values tie at a border. */
  readonly shared: number;
  /** The same, as a fraction of k. */
  readonly share: number;
  /** The fraction that two unrelated rankings of these items would share on average. */
  readonly byChance: number;
}

/**
 * Overlap of the top k items of two measures, largest first. Where more items tie at a border than places are left,
 * each has the same chance of a place, in each ranking for itself. An error when k is not a whole number from 1 to the
 * number of items; other errors as for `spearman`.
 */
export function topOverlap(x: readonly number[], y: readonly number[], k: number): Overlap {
  checkTop(x, y, k);
  const [first, second] = [chances(x, k), chances(y, k)];
  const shared = sum(first, (chance, i) => chance * (second[i] ?? 0));
  return { shared, share: shared / k, byChance: k / x.length };
}

function checkTop(x: readonly number[], y: readonly number[], k: number): void {
  checkPairs(x, y);
  if (Number.isInteger(k) && k >= 1 && k <= x.length) return;
  throw new RangeError(`the top ${k} of ${x.length} items: k is a whole number from 1 to ${x.length}`);
}

function chances(values: readonly number[], k: number): number[] {
  const border = [...values].sort((a, b) => b - a)[k - 1] ?? Number.NaN;
  const above = values.filter((value) => value > border).length;
  const tied = values.filter((value) => value === border).length;
  return values.map((value) => (value > border ? 1 : value === border ? (k - above) / tied : 0));
}

/** The fewest and the most that two top lists can share. */
export interface OverlapBounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * What the top k items of two measures share at the least and at the most, over every way to break ties at the two
 * borders, in each ranking for itself. Errors as for `topOverlap`.
 */
export function overlapBounds(x: readonly number[], y: readonly number[], k: number): OverlapBounds {
  checkTop(x, y, k);
  const [first, second] = [chances(x, k), chances(y, k)];
  const state = (chance: number): "in" | "tied" | "out" => (chance === 1 ? "in" : chance === 0 ? "out" : "tied");
  const found = { in: { in: 0, tied: 0, out: 0 }, tied: { in: 0, tied: 0, out: 0 }, out: { in: 0, tied: 0, out: 0 } };
  first.forEach((chance, i) => {
    found[state(chance)][state(second[i] ?? 0)] += 1;
  });
  const left = {
    first: k - found.in.in - found.in.tied - found.in.out,
    second: k - found.in.in - found.tied.in - found.out.in,
  };
  return { lower: found.in.in + least(found, left), upper: found.in.in + most(found, left) };
}

type Found = Readonly<Record<"in" | "tied" | "out", Readonly<Record<"in" | "tied" | "out", number>>>>;
/** Places that tied items take, in each ranking. */
type Left = Readonly<Record<"first" | "second", number>>;

/** Tied items that the other list has take the places first; those that tie in both take one in each. */
function most({ in: sure, tied }: Found, left: Left): number {
  const [byFirst, bySecond] = [Math.min(tied.in, left.first), Math.min(sure.tied, left.second)];
  return byFirst + bySecond + Math.min(tied.tied, left.first - byFirst, left.second - bySecond);
}

/** Items that the other list has not take the places first, then items that tie in both, a different one in each list. */
function least({ out, tied }: Found, left: Left): number {
  const [first, second] = [Math.max(0, left.first - tied.out), Math.max(0, left.second - out.tied)];
  const both = tied.tied;
  const [a, b] = [Math.min(both, first), Math.min(both, second)];
  return first - a + (second - b) + Math.max(0, a + b - both);
}
