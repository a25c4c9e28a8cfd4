import { conflicts, nouns, themes, windows } from "../schema/published.ts";
import type { published } from "../schema/reference.ts";
import type { Row } from "../schema/table.ts";
import { confidences, quotations } from "../schema/vocabulary.ts";
import { check, isUrl, oneOf } from "./checks.ts";
import { isDay, type Lines } from "./csv.ts";

type Figure = Row<typeof published>;

/** Published figures: known words, values that their unit can hold, and a URL. */
export function checkPublished(lines: Lines<typeof published>, problems: string[]): void {
  check(lines, problems, (row) => [
    !/^[A-Z0-9]{3}-\d{2}[a-z]?$/.test(row.id ?? "") && `id "${row.id}" is not three capitals or digits, -, two digits`,
    oneOf("theme", row.theme, Object.keys(themes)),
    oneOf("noun", row.noun, nouns),
    oneOf("window", row.window, windows),
    oneOf("quoted_from", row.quoted_from, quotations),
    oneOf("confidence", row.confidence, confidences),
    !isUrl(row.source_url) && `source_url "${row.source_url}" is not an http(s) URL`,
    ...whole(row),
    ...known(row.conflict),
  ]);
}

/** What makes a row readable by itself. */
function whole(row: Figure): (string | false)[] {
  const shared = row.denominator !== null && !/^(?:percent|times)\b/.test(row.unit ?? "");
  return [
    /^as (?:above|before)\b/i.test(row.definition ?? "") &&
      "definition points to another row: say it here, rows are read one by one",
    shared && `denominator "${row.denominator}" needs a unit in percent or times, not "${row.unit}"`,
    !holds(row) && `value ${row.value} is no ${row.unit}`,
  ];
}

/** Whether the value is one of its unit: dates are written as digits, 20260317 and 202509. */
function holds({ unit, value }: Figure): boolean {
  const digits = String(value).replace(
    /^(\d{4})(\d{2})(\d{2})?$/,
    (_, year, month, day) => `${year}-${month}-${day ?? "01"}`,
  );
  if (unit === "date") return isDay(digits);
  if (unit === "month") return /^\d{6}$/.test(String(value)) && isDay(digits);
  if (unit === "rank") return Number.isInteger(value) && value > 0;
  return unit !== "yes or no" || value === 0 || value === 1;
}

function known(joined: string | null): (string | false)[] {
  return (joined?.split(" ") ?? []).map((id) => oneOf("conflict", id, Object.keys(conflicts)));
}
