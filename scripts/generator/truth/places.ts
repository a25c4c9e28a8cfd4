import { bisectLeft, bisectRight, sum } from "d3";

/** A measure by number; NaN for whom it is not known, or who is not ranked. */
export type Measure = Float64Array;

/** One of the first by some measure, and its place by each; null where the measure is not known. */
export interface Placed {
  readonly index: number;
  readonly ranks: readonly (number | null)[];
}

/**
 * The first by each measure, as many as `depth` and all that tie with the last of them, with their places among all:
 * most first, equal ones in the order of their names, which are asked for where they decide alone.
 */
export function places(measures: readonly Measure[], depth: number, name: (index: number) => string): Placed[] {
  const borders = measures.map((values) => border(values, depth));
  const chosen: number[] = [];
  const size = measures[0]?.length ?? 0;
  for (let i = 0; i < size; i++)
    if (measures.some((values, m) => (values[i] ?? Number.NaN) >= (borders[m] ?? 0))) chosen.push(i);
  const ranks = measures.map((values) => ranksOf(values, chosen, name));
  return chosen.map((index, n) => ({ index, ranks: ranks.map((of) => of[n] ?? null) }));
}

/** The least value of the first `depth`; minus infinity where there are no more. */
function border(values: Measure, depth: number): number {
  const most: number[] = [];
  for (const value of values) {
    if (Number.isNaN(value) || (most.length === depth && value <= (most[0] ?? 0))) continue;
    most.splice(bisectLeft(most, value), 0, value);
    if (most.length > depth) most.shift();
  }
  return most.length < depth ? Number.NEGATIVE_INFINITY : (most[0] ?? 0);
}

/** A value that some of the chosen have. */
interface Level {
  readonly value: number;
  /** Names of the chosen ones that have it, in order. */
  readonly names: readonly string[];
  /** How many have more, but less than the level above. */
  more: number;
  /** How many have it, by the number of these names that come no later than theirs. */
  readonly tied: number[];
}

function ranksOf(values: Measure, chosen: readonly number[], name: (index: number) => string): (number | null)[] {
  const levels = levelsOf(values, chosen, name);
  const marks = levels.map(({ value }) => value);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    const level = Number.isNaN(value) ? undefined : levels[bisectRight(marks, value) - 1];
    if (level === undefined) continue;
    if (value > level.value) level.more += 1;
    else {
      const at = bisectRight(level.names, name(i));
      level.tied[at] = (level.tied[at] ?? 0) + 1;
    }
  }
  const ranks = ranksAt(levels);
  return chosen.map((i) => ranks.get(values[i] ?? Number.NaN)?.get(name(i)) ?? null);
}

function levelsOf(values: Measure, chosen: readonly number[], name: (index: number) => string): Level[] {
  const groups = Map.groupBy(chosen, (i) => values[i] ?? Number.NaN);
  return [...groups]
    .filter(([value]) => !Number.isNaN(value))
    .sort(([a], [b]) => a - b)
    .map(([value, members]) => {
      const names = members.map(name).sort();
      return { value, names, more: 0, tied: [0, ...names.map(() => 0)] };
    });
}

/** Places by value and name. */
function ranksAt(levels: readonly Level[]): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const ranks = new Map<number, ReadonlyMap<string, number>>();
  let before = 0;
  for (const { value, names, more, tied } of levels.toReversed()) {
    before += more;
    const first = before;
    ranks.set(value, new Map(names.map((name, k) => [name, first + sum(tied.slice(0, k + 1)) + 1])));
    before += sum(tied);
  }
  return ranks;
}
