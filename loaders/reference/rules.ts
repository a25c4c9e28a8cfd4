import countries from "i18n-iso-countries";
import type { owners } from "../schema/owners.ts";
import type { alternatives, published, renames } from "../schema/reference.ts";
import type { Row, TableSchema } from "../schema/table.ts";
import { confidences, extraCountries, kinds, platforms, quotations } from "../schema/vocabulary.ts";
import type { Lines } from "./csv.ts";

/** Adds what is wrong with a row, one message each. */
type Rule<S extends TableSchema> = (row: Row<S>) => (string | false)[];

/** Owners: known words, a URL or `unsourced`, and nothing personal about individuals. */
export function checkOwners(lines: Lines<typeof owners>, problems: string[]): void {
  check(lines, problems, (row) => [
    oneOf("kind", row.kind, kinds),
    oneOf("confidence", row.confidence, confidences),
    country(row.country),
    supported(row.source),
    row.kind === "individual" &&
      row.display_name !== null &&
      `display_name must be empty for the individual ${row.owner}`,
    row.kind === "individual" && row.country !== null && `country must be empty for the individual ${row.owner}`,
    row.kind !== "individual" &&
      row.country === null &&
      `country is empty for ${row.owner}; write ZZ where it is unknown`,
  ]);
}

/** Alternatives: known words, and owners that the registry has under the same spelling. */
export function checkAlternatives(
  lines: Lines<typeof alternatives>,
  registry: Lines<typeof owners>,
  problems: string[],
): void {
  const known = new Set(registry.rows.map(({ owner }) => owner));
  check(lines, problems, (row) => [
    !known.has(row.owner) && `owner "${row.owner}" has no row in ${registry.file}`,
    oneOf("kind", row.kind, kinds),
    country(row.country),
    supported(row.source),
  ]);
}

/** Renames: known platforms, and two different names. */
export function checkRenames(lines: Lines<typeof renames>, problems: string[]): void {
  check(lines, problems, (row) => [
    oneOf("platform", row.platform, platforms),
    row.old === row.new && `old and new are both "${row.old}"`,
    supported(row.source),
  ]);
}

/** Published figures: known words and a URL. */
export function checkPublished(lines: Lines<typeof published>, problems: string[]): void {
  check(lines, problems, (row) => [
    oneOf("quoted_from", row.quoted_from, quotations),
    oneOf("confidence", row.confidence, confidences),
    !isUrl(row.source_url) && `source_url "${row.source_url}" is not an http(s) URL`,
  ]);
}

function check<S extends TableSchema>({ file, rows, lines }: Lines<S>, problems: string[], rule: Rule<S>): void {
  for (const [index, row] of rows.entries())
    for (const message of rule(row)) if (message) problems.push(`${file}:${lines[index]}: ${message}`);
}

function oneOf(name: string, value: string | null, words: readonly string[]): string | false {
  return value !== null && !words.includes(value) && `${name} "${value}" is not one of ${words.join(", ")}`;
}

function country(code: string | null): string | false {
  const known =
    code === null ||
    (/^[A-Z]{2}$/.test(code) && countries.isValid(code)) ||
    extraCountries.some((extra) => extra === code);
  return !known && `country "${code}" is not an ISO 3166-1 alpha-2 code, EU or ZZ`;
}

function supported(source: string | null): string | false {
  return (
    source !== null &&
    source !== "unsourced" &&
    !isUrl(source) &&
    `source "${source}" is not an http(s) URL or unsourced`
  );
}

function isUrl(text: string | null): boolean {
  return text !== null && /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}
