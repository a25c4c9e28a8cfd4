import type { FrameRow } from "#kit/figure.ts";
import { label, month, typographic } from "#kit/format.ts";
import { nameText, type Text } from "#kit/text.ts";
import { date, int, nullable, text } from "#loaders/schema/column.ts";

/** Columns of the frame of companies. */
export const columns = {
  company: text("Company, under one reading of which namespaces are its own"),
  first_on: nullable(date("Its first crawl; unknown when no crawl lists it")),
  downloads_first: nullable(int("Downloads in the 30 days to its first crawl", "downloads")),
  downloads_last: nullable(int("Downloads in the 30 days to the last crawl", "downloads")),
  models_first: nullable(int("Models with a download on its first crawl", "models")),
  models_last: nullable(int("Models with a download on the last crawl", "models")),
  new_models: nullable(int("Models first listed after the first crawl of their namespace", "models")),
  curated: nullable(int("Models on the curated list", "models")),
};

export type Row = FrameRow<typeof columns>;
/** A company that some day lists. */
export type Crawled = Row & { downloads_first: number; downloads_last: number };

/** Companies that some day lists. */
export const crawled = (rows: readonly Row[]): Crawled[] =>
  rows.filter((row): row is Crawled => row.downloads_first !== null);
/** Companies that no day lists. */
export const missing = (rows: readonly Row[]): Row[] => rows.filter((row) => row.downloads_first === null);

/** Companies by their downloads on the last day, most first, each in its widest reading. */
export function leading(rows: readonly Row[]): Crawled[] {
  const widest = crawled(rows).filter(({ company }) => !company.endsWith(" alone"));
  return widest.sort((a, b) => b.downloads_last - a.downloads_last);
}

/** "Alibaba’s". */
export function whose({ company }: Row): Text {
  return nameText(typographic(`${company}'s`));
}

/** Downloads and the month of the first day, as labels have them. */
export function measured(row: Row): string {
  if (row.downloads_last === null || row.first_on === null) return "";
  return ` ${label(row.downloads_last, "downloads")}, from ${month(row.first_on)}`;
}
