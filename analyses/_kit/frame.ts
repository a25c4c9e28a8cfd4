import type { Column, Columns } from "#loaders/schema/column.ts";

const fits: Record<Column["kind"], (value: unknown) => boolean> = {
  text: (value) => typeof value === "string",
  date: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value),
  int: (value) => Number.isSafeInteger(value),
  float: (value) => Number.isFinite(value),
  bool: (value) => typeof value === "boolean",
};

/** What is wrong with a frame: no rows, a column too many or too few, a value that does not fit its column. */
export function frameFaults(rows: readonly Readonly<Record<string, unknown>>[], columns: Columns): string[] {
  if (rows.length === 0) return ["the frame is empty: an empty group is an error, never a blank figure"];
  const names = Object.keys(columns);
  return rows.flatMap((row, i) => {
    const extra = Object.keys(row).filter((name) => !(name in columns));
    const wrong = names.filter((name) => !valueFits(row[name], columns[name]));
    return [
      ...extra.map((name) => `row ${i + 1}: column "${name}" is not declared`),
      ...wrong.map((name) => `row ${i + 1}: "${name}" is ${String(row[name])}, not ${columns[name]?.kind}`),
    ];
  });
}

function valueFits(value: unknown, column: Column | undefined): boolean {
  if (column === undefined) return false;
  return value === null ? column.nullable : fits[column.kind](value);
}
