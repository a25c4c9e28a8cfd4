import type { Basis } from "../coverage.ts";

const month = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const days = new RegExp(`\\b(?:\\d{4}-\\d{2}-\\d{2}|(?:\\d{1,2} )?${month}(?: \\d{4})?|(?:19|20)\\d{2})\\b`, "g");

/** Who was counted, whenever it was: the words of a population without their days, months and years. */
export function identity(population: string): string {
  return population.replace(days, "…").replaceAll(/\s+/g, " ").trim();
}

/** Whether two numbers are of the same population: the same words but for their days, and as much of the Hub. */
export function samePopulation(a: Basis, b: Basis): boolean {
  return a.complete === b.complete && (a.complete || identity(a.population) === identity(b.population));
}
