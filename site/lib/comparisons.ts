import type { Fact } from "#kit/facts.ts";
import { type Comparison, obstacles, type Verdict, verdict } from "#kit/published.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { factAt, need, type Place } from "./place.ts";
import { unbroken } from "./words.ts";

/** A published figure. */
export type Published = Reference["published"][number];

/** A published figure held against a fact, with the verdict. */
export interface Held {
  readonly published: Published;
  readonly comparison: Comparison;
  readonly fact: Fact;
  readonly verdict: Verdict;
  /** Rules of comparability that the pair breaks. */
  readonly broken: readonly string[];
}

/** The comparisons of a chapter. */
export function heldAt(place: Place): Held[] {
  return place.chapter.findings.comparisons.map((comparison) => {
    const [published, fact] = [publishedAt(place, comparison.published), factAt(place, comparison.fact)];
    const broken = obstacles(published, fact, comparison);
    return { published, comparison, fact, verdict: verdict(published, fact, comparison), broken };
  });
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

/** A published number with its unit as the registry has it: "41 percent of downloads", "8.5 times (midpoint of 8 to 9)", "2025". */
export function asPublished({ value, unit }: Published): string {
  return unit === "year" ? String(value) : unbroken(`${number.format(value)} ${unit}`);
}

/** The same for prose, which says itself what a share is of: "41 percent". */
export function inProse(published: Published): string {
  return asPublished({ ...published, unit: published.unit.replace(/^percent\b.*/, "percent") });
}
