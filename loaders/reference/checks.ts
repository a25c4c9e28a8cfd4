import countries from "i18n-iso-countries";
import type { Row, TableSchema } from "../schema/table.ts";
import { confidences, extraCountries } from "../schema/vocabulary.ts";
import type { Lines } from "./csv.ts";

/** Says what is wrong with a row, one message each. */
type Rule<S extends TableSchema> = (row: Row<S>) => (string | false)[];

/** Adds what a rule says of each row as `file:line: message`. */
export function check<S extends TableSchema>({ file, rows, lines }: Lines<S>, problems: string[], rule: Rule<S>): void {
  for (const [index, row] of rows.entries())
    for (const message of rule(row)) if (message) problems.push(`${file}:${lines[index]}: ${message}`);
}

/** A word of a vocabulary, or null. */
export function oneOf(name: string, value: string | null, words: readonly string[]): string | false {
  return value !== null && !words.includes(value) && `${name} "${value}" is not one of ${words.join(", ")}`;
}

/** An ISO 3166-1 alpha-2 code, EU, ZZ or null. */
export function country(code: string | null): string | false {
  const known =
    code === null ||
    (/^[A-Z]{2}$/.test(code) && countries.isValid(code)) ||
    extraCountries.some((extra) => extra === code);
  return !known && `country "${code}" is not an ISO 3166-1 alpha-2 code, EU or ZZ`;
}

/** A URL, unsourced or null. */
export function supported(source: string | null): string | false {
  return (
    source !== null &&
    source !== "unsourced" &&
    !isUrl(source) &&
    `source "${source}" is not an http(s) URL or unsourced`
  );
}

/** A known confidence and a sound source, the one earned by the other. */
export function earned(row: {
  readonly source: string | null;
  readonly confidence: string | null;
}): (string | false)[] {
  const unearned = row.source === "unsourced" && row.confidence !== null && row.confidence !== "low";
  return [
    oneOf("confidence", row.confidence, confidences),
    supported(row.source),
    unearned && `confidence "${row.confidence}" needs a source; write low, or the URL that supports the row`,
  ];
}

/** Numbers above 0; an unknown one is an empty cell. */
export function positive(values: Readonly<Record<string, number | null>>): (string | false)[] {
  return Object.entries(values).map(
    ([name, value]) =>
      value !== null && !(value > 0) && `${name} is ${value}; it must be above 0, and empty where it is unknown`,
  );
}

/** A value that another registry has under the same spelling, or null. */
export function listed(name: string, value: string | null, known: ReadonlySet<string>, file: string): string | false {
  return value !== null && !known.has(value) && `${name} "${value}" has no row in ${file}`;
}

/** Whether a text is an http(s) URL. */
export function isUrl(text: string | null): boolean {
  return text !== null && /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}
