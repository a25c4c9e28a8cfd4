import {
  labellers,
  type labels,
  labelWords,
  scienceDomains,
  substringStrata,
  termPlaces,
  type terms,
  termUses,
} from "../schema/science.ts";
import { check, oneOf } from "./checks.ts";
import type { Lines } from "./csv.ts";

/** Terms: known words, spelt as tags and names are read, and a reason for whatever is not a plain match. */
export function checkTerms(lines: Lines<typeof terms>, problems: string[]): void {
  check(lines, problems, (row) => [
    oneOf("domain", row.domain, scienceDomains),
    oneOf("use", row.use, termUses),
    oneOf("place", row.place, termPlaces),
    row.term !== null &&
      !/^[a-z0-9]+( [a-z0-9]+)*$/.test(row.term) &&
      `term "${row.term}" is not words of a-z and 0-9 with single spaces: it would never match`,
    (row.use !== "match" || row.place !== "any") &&
      row.reason === null &&
      `reason is empty for "${row.term}"; say which trap it avoids`,
  ]);
}

/** Labels: known words, and an adjudicated label that both passes bear out where they agree. */
export function checkLabels(lines: Lines<typeof labels>, problems: string[]): void {
  check(lines, problems, (row) => [
    oneOf("domain", row.domain, [...scienceDomains, ...substringStrata]),
    oneOf("first", row.first, labelWords),
    oneOf("second", row.second, labelWords),
    oneOf("label", row.label, labelWords),
    oneOf("labelled_by", row.labelled_by, labellers),
    row.first === row.second &&
      row.label !== row.first &&
      `label of ${row.repo} is ${row.label}, but both passes say ${row.first}; there is nothing to adjudicate`,
  ]);
}
