import { scaled } from "#kit/published.ts";
import type { Reference } from "#loaders/schema/reference.ts";

type Registry = Pick<Reference, "published">;

/** Robotics datasets that others published, for a day. */
export interface Point {
  readonly id: string;
  readonly on: string;
  readonly datasets: number;
}

/** Ids of the published counts of robotics datasets, oldest first. */
const counts = ["S26-31", "S26-32", "IEE-01"] as const;

/** Mean length of a month in days. */
const daysPerMonth = 365.25 / 12;

/** The published number with that id, in the unit of facts, and the last day of its period; an error where the registry lacks either. */
export function quoted({ published }: Registry, id: string): { readonly value: number; readonly on: string } {
  const row = published.find((one) => one.id === id);
  if (row === undefined) throw new Error(`published-figures.csv has no figure "${id}"`);
  if (row.window_end === null) throw new Error(`published-figures.csv: "${id}" has no window_end`);
  return { value: scaled(row), on: row.window_end };
}

/** Published counts of robotics datasets, oldest first. */
export function points(registry: Registry): readonly [Point, Point, Point] {
  const [first, second, third] = counts.map((id): Point => {
    const { value, on } = quoted(registry, id);
    return { id, on, datasets: value };
  });
  return [first, second, third] as [Point, Point, Point];
}

/** Months from one day to another. */
export function monthsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 / daysPerMonth;
}

/** Datasets added in a mean month between two counts. */
export function perMonth(from: Point, to: Point): number {
  return (to.datasets - from.datasets) / monthsBetween(from.on, to.on);
}

/** Months in which a count would double, had it grown steadily between the two. */
export function doubling(from: Point, to: Point): number {
  return monthsBetween(from.on, to.on) / Math.log2(to.datasets / from.datasets);
}

/**
 * The same points if those of the years are not all datasets of their day but the new ones of their year: each then
 * stands on the one before. What existed before the first year is unknown and taken as none.
 */
export function ifNewOfTheYear([first, second, third]: readonly [Point, Point, Point]): readonly [Point, Point, Point] {
  return [first, { ...second, datasets: first.datasets + second.datasets }, third];
}
