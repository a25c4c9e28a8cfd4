import { day, longMonth } from "#kit/format.ts";
import { dayOf } from "#kit/measure.ts";
import { type Held, hold, type Published } from "#kit/published.ts";
import { factAt, need, type Place } from "./place.ts";
import { unbroken } from "./words.ts";

/** The comparisons of a chapter. */
export function heldAt(place: Place): Held[] {
  return place.chapter.comparisons.map((comparison) =>
    hold(publishedAt(place, comparison.published), factAt(place, comparison.fact), comparison),
  );
}

/** A published figure by its id. */
export function publishedAt({ report }: Place, id: string): Published {
  return need(
    report.reference.published.find((row) => row.id === id),
    "published figure",
    id,
  );
}

const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 6, useGrouping: true });

/** Units whose number is no quantity, and how it is written. */
const written: Readonly<Record<string, (value: number) => string>> = {
  year: String,
  month: (value) => longMonth(`${dayOf(value)}-01`),
  date: (value) => day(dayOf(value)),
  rank: (value) => `rank ${value}`,
  score: (value) => `a score of ${value}`,
  "yes or no": (value) => (value === 1 ? "yes" : "no"),
  "in words": () => "in words",
};

/** A published number with its unit as the registry has it: "41 percent of downloads", "8.5 times (midpoint of 8 to 9)", "2025". */
export function asPublished({ value, unit }: Pick<Published, "value" | "unit">): string {
  const write = written[unit];
  const words = value === 1 ? unit.replace(/^(model|release|organisation|dataset)s\b/, "$1") : unit;
  return unbroken(write === undefined ? `${number.format(value)} ${words}` : write(value));
}

/** The same for prose, which says itself what a share is of: "41 percent"; what is published in words, in our own. */
export function inProse(published: Published): string {
  if (published.unit === "in words") return published.statement;
  return asPublished({ ...published, unit: published.unit.replace(/^percent\b.*/, "percent") });
}
