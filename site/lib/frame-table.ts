import { cell } from "#kit/format.ts";
import type { FrameValues, Told } from "#kit/tell.ts";
import type { Column, Columns, Kind } from "#loaders/schema/column.ts";
import { capital, unitName } from "./words.ts";

/** A column of a figure's table. */
export interface Heading {
  readonly name: string;
  readonly style: "number" | "day" | null;
  /** What the column holds. */
  readonly label: string;
  /** Its unit and what else there is to know, quietly beneath. */
  readonly aside: string;
}

/** A figure's rows, ready for a table; the columns that `head` names tell the rows apart. */
export interface FrameTable {
  readonly head: readonly Heading[];
  readonly others: readonly Heading[];
  readonly rows: readonly { readonly head: readonly string[]; readonly cells: readonly string[] }[];
}

/** The table of a figure. */
export function frameTable({ figure, rows }: Told): FrameTable {
  const names = Object.keys(figure.columns);
  const keys = keyOf(figure.columns, rows);
  const others = names.filter((name) => !keys.includes(name));
  const cells = (row: FrameValues, of: readonly string[]) =>
    of.map((name) => cell(row[name] ?? null, figure.columns[name]?.unit ?? null));
  const headings = (of: readonly string[]) => of.map((name) => heading(name, figure.columns[name] as Column));
  return {
    head: headings(keys),
    others: headings(others),
    rows: rows.map((row) => ({ head: cells(row, keys), cells: cells(row, others) })),
  };
}

/** The first column, and further labels as long as rows are alike in those before. */
function keyOf(columns: Columns, rows: readonly FrameValues[]): string[] {
  const [first = "", ...rest] = Object.keys(columns);
  const key = [first];
  for (const name of rest.filter((name) => !isNumber(columns[name]?.kind ?? "text"))) {
    const found = new Set(rows.map((row) => JSON.stringify(key.map((part) => row[part]))));
    if (found.size < rows.length) key.push(name);
  }
  return key;
}

/** The column's sentence up to its first comma as the label, the rest and the unit beneath it. */
function heading(name: string, { kind, unit, doc }: Column): Heading {
  const [, label = doc, rest = ""] = /^([^,;]+)[,;] (?!or )(.+)$/.exec(doc) ?? [];
  const said = unitName(unit);
  const known = said === null || doc.toLowerCase().includes(said.toLowerCase());
  const aside = [known ? "" : said, rest].filter((part) => part !== "").join("; ");
  return { name, style: isNumber(kind) ? "number" : kind === "date" ? "day" : null, label: capital(label), aside };
}

function isNumber(kind: Kind): boolean {
  return kind === "int" || kind === "float";
}
