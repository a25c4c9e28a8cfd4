import { createHash } from "node:crypto";
import { toCsv } from "#loaders/engine/csv.ts";
import { bool } from "#loaders/schema/column.ts";
import type { Row, TableSchema } from "#loaders/schema/table.ts";
import type { Report } from "./assemble.ts";
import { factsFile, figureFile, generatedNotice } from "./downloads.ts";
import type { PrintedChapter, PrintedFigure } from "./print/types.ts";

/** JSON as files have it, indented so that two editions can be compared. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Text of `/<edition>/facts.json`. */
export function factsText(report: Report): string {
  return jsonText(factsFile(report));
}

/** Texts of a figure's files, by the endings of their names. */
export const figureTexts = {
  /** A picture that stands alone. */
  svg: (_report: Report, _chapter: PrintedChapter, { drawings }: PrintedFigure) => drawings.alone,
  /** The rows; units and provenance stand in the JSON file of the same name. */
  csv: ({ generated }: Report, _chapter: PrintedChapter, { id, columns, rows }: PrintedFigure) =>
    csvText(rows, { name: id, doc: "", key: [], columns }, generated),
  /** The rows with their units, population, sources and licence. */
  json: (report: Report, chapter: PrintedChapter, figure: PrintedFigure) =>
    jsonText(figureFile(report, chapter, figure)),
} as const;

/** Rows as CSV; made-up ones carry a column that says so, since CSV has no place beside them. */
export function csvText(rows: readonly Row<TableSchema>[], schema: TableSchema, generated: boolean): string {
  if (!generated) return toCsv(rows, schema);
  const columns = { generated: bool(generatedNotice), ...schema.columns };
  return toCsv(
    rows.map((row) => ({ generated: true, ...row })),
    { ...schema, columns },
  );
}

/** SHA-256 of a text as it is written to a file. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
