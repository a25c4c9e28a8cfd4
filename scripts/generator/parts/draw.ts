import { bisectRight, cumsum } from "d3";

/** A number in [0, 1) for every whole number, the same whenever it is asked for. */
export type Unit = (index: number) => number;

/** Points of a distribution: probabilities and the values there, both ascending. */
export interface Quantiles {
  readonly at: readonly number[];
  readonly values: readonly number[];
}

/** The stream of a seed that has this name; streams of other names or seeds are unrelated. */
export function stream(seed: number, name: string): Unit {
  const [first, second] = [started(seed, name), started(seed, `${name}'`)];
  return (index) => scrambled(scrambled(index ^ first) + second) / 2 ** 32;
}

/** The same function, which remembers what it was last asked. */
export function remembering<T>(of: (index: number) => T): (index: number) => T {
  let last: { index: number; value: T } | undefined;
  return (index) => {
    if (last?.index !== index) last = { index, value: of(index) };
    return last.value;
  };
}

/** The value of a distribution at a probability, whole, drawn as a straight line in logarithms between its points. */
export function atQuantile({ at, values }: Quantiles, unit: number): number {
  const i = Math.min(bisectRight(at, unit), at.length - 1);
  const [p, q] = [at[i - 1] ?? 0, at[i] ?? 1];
  const [low, high] = [Math.log1p(values[i - 1] ?? 0), Math.log1p(values[i] ?? 0)];
  return Math.floor(Math.expm1(low + ((unit - p) / (q - p || 1)) * (high - low)) + 1e-9);
}

/** A probability near another one: further away the wider the spread, folded back at 0 and 1. */
export function near(unit: number, spread: number, other: number): number {
  const moved = Math.abs(unit + spread * (2 * other - 1));
  return Math.min(moved > 1 ? 2 - moved : moved, 1 - 2 ** -32);
}

/** One of the values, as often as its weight says. */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (unit: number) => T {
  const ends = cumsum(entries, ([, weight]) => weight);
  const total = ends.at(-1) ?? 0;
  return (unit) => entryAt(entries, bisectRight(ends, unit * total))[0];
}

/** One of the values, each as often as any other; throws for none. */
export function pick<T>(values: readonly T[], unit: number): T {
  return entryAt(values, Math.floor(unit * values.length));
}

/** As many lower-case hexadecimal digits as asked for, made from a seed and a name. */
export function hexadecimal(seed: number, name: string, digits: number): string {
  const unit = stream(seed, name);
  return Array.from({ length: digits }, (_, i) => Math.floor(unit(i) * 16).toString(16)).join("");
}

function entryAt<T>(values: readonly T[], i: number): T {
  const value = values[Math.min(i, values.length - 1)];
  if (value === undefined) throw new Error("nothing to draw from");
  return value;
}

function started(seed: number, name: string): number {
  return [...name].reduce((hash, letter) => scrambled(hash ^ letter.charCodeAt(0)), scrambled(seed ^ 0x9e3779b9));
}

function scrambled(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
