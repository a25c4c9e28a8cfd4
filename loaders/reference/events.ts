import type { owners } from "../schema/owners.ts";
import { type breaks, datePrecisions, eventKinds, type events } from "../schema/reference.ts";
import { counted } from "../schema/vocabulary.ts";
import { check, country, earned, listed, oneOf } from "./checks.ts";
import type { Lines } from "./csv.ts";

/** How a date ends that is known no better than its precision says. */
const endings: Readonly<Record<string, string>> = { month: "-01", year: "-01-01" };

/** Events: known words, real countries, owners that the registry has, dates no finer than their precision. */
export function checkEvents(lines: Lines<typeof events>, registry: Lines<typeof owners>, problems: string[]): void {
  const known = new Set(registry.rows.map(({ owner }) => owner));
  check(lines, problems, (row) => [
    oneOf("kind", row.kind, eventKinds),
    oneOf("precision", row.precision, datePrecisions),
    finer(row.date, row.precision),
    ...places(row.countries),
    listed("owner", row.owner, known, registry.file),
    ...earned(row),
  ]);
}

/** Longest note, in characters, for which a phone has room above a picture. */
const longestNote = 24;

/** Breaks: known counters, two different meanings, days in order, a short note, and a confidence that the reference earns. */
export function checkBreaks(lines: Lines<typeof breaks>, problems: string[]): void {
  check(lines, problems, (row) => [
    ...(row.counts ?? "").split("+").map((word) => oneOf("counts", word, counted)),
    row.before === row.after && `before and after are both "${row.before}"`,
    row.until !== null && row.until < row.on && `until ${row.until} is before on ${row.on}`,
    row.note.length > longestNote && `note "${row.note}" has ${row.note.length} characters, not ${longestNote} at most`,
    /\d/.test(row.note) && `note "${row.note}" has a digit: the day stands under on`,
    ...earned({ source: row.reference, confidence: row.confidence }),
  ]);
}

function finer(date: string | null, precision: string | null): string | false {
  const ending = endings[precision ?? ""];
  return (
    date !== null &&
    ending !== undefined &&
    !date.endsWith(ending) &&
    `date ${date} is finer than its precision, ${precision}; end it in ${ending}`
  );
}

function places(joined: string | null): (string | false)[] {
  const codes = joined?.split("+") ?? [];
  const repeated = codes.filter((code, index) => codes.indexOf(code) < index);
  return [...codes.map(country), repeated.length > 0 && `countries "${joined}" repeats ${repeated.join(", ")}`];
}
