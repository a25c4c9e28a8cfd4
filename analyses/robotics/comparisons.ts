import type { Fact } from "#kit/facts.ts";
import type { Comparison } from "#kit/published.ts";

const needs = "task categories and creation dates of every dataset of the complete Hub";

/** A published count of robotics datasets: its window is not told, so that only the nearest number can stand beside it. */
const counts = { noun: "datasets", denominator: null, window: "one day", needs } as const;

const nearest: readonly Comparison[] = [
  { published: "S26-31", fact: "robotics-by-2024", ...counts },
  { published: "S26-32", fact: "robotics-by-2025", ...counts },
  { published: "IEE-01", fact: "robotics-listed", ...counts },
  { published: "S26-33", fact: "rank-by-2023", ...counts },
  { published: "S26-34", fact: "rank-by-2025", ...counts },
  { published: "S26-35", fact: "text-generation-listed", ...counts },
  { published: "MPU-03", fact: "new-share", noun: "datasets", denominator: "new datasets", window: "a month", needs },
  { published: "ALC-01", fact: "growth-more", noun: "datasets", denominator: null, window: "12 months", needs },
  { published: "ALC-02", fact: "growth-times", noun: "datasets", denominator: null, window: "12 months", needs },
];

/** Published figures of the question, each beside the nearest fact; a listing without a dataset for robotics is near none of its counts. */
export function comparisonsOf(facts: Readonly<Record<string, Fact>>): Comparison[] {
  const empty = facts["robotics-listed"]?.value === 0;
  return nearest.filter(({ published, fact }) => fact in facts && !(empty && published === "IEE-01"));
}
