import { createHash } from "node:crypto";
import { standalone } from "#kit/draw/standalone.ts";
import type { Chapter } from "#kit/evaluate.ts";
import type { Told } from "#kit/tell.ts";
import { toCsv } from "#loaders/engine/csv.ts";
import type { Report } from "./assemble.ts";
import { named } from "./cite.ts";
import { factsFile, figureFile } from "./downloads.ts";
import { sourceLine } from "./source-line.ts";

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
  svg: (report: Report, _chapter: Chapter, told: Told) =>
    standalone(told, `${sourceLine(report, told)} State of Open Source, ${named(report.edition)}.`),
  /** The rows; units and provenance stand in the JSON file of the same name. */
  csv: (_report: Report, _chapter: Chapter, { id, figure, rows }: Told) =>
    toCsv(rows, { name: id, doc: "", key: [], columns: figure.columns }),
  /** The rows with their units, population, sources and licence. */
  json: (report: Report, chapter: Chapter, told: Told) => jsonText(figureFile(report, chapter, told)),
} as const;

/** SHA-256 of a text as it is written to a file. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
