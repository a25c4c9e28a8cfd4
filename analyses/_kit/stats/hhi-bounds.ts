import type { Bounds } from "../facts.ts";
import { type Frequency, items, total } from "./frequency.ts";
import { effectiveNumber } from "./hhi.ts";

/** What no known group is known to have. */
export interface Remainder {
  /** How much it is, in the unit of the sizes. */
  readonly mass: number;
  /**
   * `others`: it belongs to groups that are not among the known ones, such as owners outside a register. `anyone`: it
   * may belong to known groups as well, such as downloads whose country is unknown.
   */
  readonly of: "others" | "anyone";
  /** The most other groups that there can be; 0 is none; without limit when absent. */
  readonly groups?: number;
  /** The most that another group can have, such as the size of the last one of a ranking; without limit when absent. */
  readonly largest?: number;
}

type Rest = Required<Remainder>;

/**
 * Where the Herfindahl-Hirschman index lies, 0 to 10,000, whosever the remainder is; both ends are reached or
 * approached.
 *
 * The sum of squares is convex in how the remainder is dealt out. So it is least where the groups are as even as they
 * can be: spread infinitely thin, or evenly over `groups`, or poured first into the smallest groups up to one level. It
 * is greatest at a corner, all of it in one group. There a group of size a gains 2 a mass + mass²: the largest known
 * group gains at least what a new one does, for which a is 0. Without known groups to join, the remainder makes one
 * group, or as many of size `largest` as it fills and one of what is left.
 *
 * NaN when there is nothing; an error when the remainder does not fit into the groups that it is allowed.
 */
export function hhiBounds(known: readonly Frequency[], remainder: Remainder): Bounds {
  const rest = { groups: Number.POSITIVE_INFINITY, largest: Number.POSITIVE_INFINITY, ...remainder };
  const whole = total(known) + rest.mass;
  checkFit(known, rest);
  if (whole === 0) return { lower: Number.NaN, upper: Number.NaN };
  const index = (squares: number): number => Math.min(10_000, (10_000 * squares) / whole ** 2);
  return { lower: index(least(known, rest)), upper: index(squared(known) + most(known, rest)) };
}

/** Where the effective number of groups lies: 10,000 over the index's bounds, turned round. */
export function effectiveNumberBounds({ lower, upper }: Bounds): Bounds {
  return { lower: effectiveNumber(upper), upper: effectiveNumber(lower) };
}

const squared = (table: readonly Frequency[]): number => total(table.map(({ value, n }) => ({ value: value ** 2, n })));

const biggest = (known: readonly Frequency[]): number =>
  known.reduce((max, { value, n }) => (n > 0 ? Math.max(max, value) : max), 0);

function least(known: readonly Frequency[], rest: Rest): number {
  if (rest.mass === 0 || rest.groups === Number.POSITIVE_INFINITY) return squared(known);
  if (rest.of === "others") return squared(known) + rest.mass ** 2 / rest.groups;
  const level = waterline(known, rest);
  const raised = known.map(({ value, n }) => ({ value: Math.max(value, level), n }));
  return squared(raised) + rest.groups * Math.min(level, rest.largest) ** 2;
}

function waterline(known: readonly Frequency[], { mass, groups, largest }: Rest): number {
  const poured = (level: number): number =>
    known.reduce((sum, { value, n }) => sum + n * Math.max(0, level - value), 0) + groups * Math.min(level, largest);
  let [low, high] = [0, biggest(known) + mass];
  for (let step = 0; step < 200 && low < high; step++) {
    const middle = (low + high) / 2;
    if (poured(middle) < mass) low = middle;
    else high = middle;
  }
  return high;
}

function most(known: readonly Frequency[], { mass, of, largest }: Rest): number {
  if (of === "anyone" && items(known) > 0) return 2 * biggest(known) * mass + mass ** 2;
  const full = largest === Number.POSITIVE_INFINITY ? 0 : Math.floor(mass / largest);
  return full === 0 ? mass ** 2 : full * largest ** 2 + (mass - full * largest) ** 2;
}

function checkFit(known: readonly Frequency[], { mass, of, groups, largest }: Rest): void {
  if (!(mass >= 0 && mass < Number.POSITIVE_INFINITY))
    throw new RangeError(`a remainder of ${mass}: give a size from 0 up`);
  if (!(groups >= 0 && largest > 0)) {
    throw new RangeError(`${groups} other groups of at most ${largest}: give a number from 0 up and a size above 0`);
  }
  const joinable = of === "anyone" && items(known) > 0;
  const room = groups === 0 ? 0 : groups * largest;
  if (!joinable && mass > room * (1 + 1e-12)) {
    throw new RangeError(
      `a remainder of ${mass} does not fit into ${groups} groups of at most ${largest}: one is wrong`,
    );
  }
}
