import type { Row } from "#loaders/schema/table.ts";
import type { categoryMonths } from "./tables.ts";

/** Datasets of a month and a category. */
export type CategoryRow = Row<typeof categoryMonths>;

/** Stands for every dataset, each once. */
export const all = "(all)";

/** Stands for datasets without a category. */
export const none = "(none)";

/** Whether it is the name of a category. */
export const named = (category: string): boolean => !category.startsWith("(");

/** Datasets created by the end of a day's month, of a category; without a day all of them. Undated ones at the floor are older than all. */
export function stock(rows: readonly CategoryRow[], category: string, by?: string): number {
  const counts = (row: CategoryRow): boolean =>
    by === undefined || (row.month === null ? row.at_floor : row.month.slice(0, 7) <= by.slice(0, 7));
  return rows
    .filter((row) => row.category === category && counts(row))
    .reduce((sum, { datasets }) => sum + datasets, 0);
}

/** Categories with the datasets created by a day, most first; ties by name. */
export function ranked(rows: readonly CategoryRow[], by?: string): { category: string; datasets: number }[] {
  const names = [...new Set(rows.map(({ category }) => category))].filter(named);
  return names
    .map((category) => ({ category, datasets: stock(rows, category, by) }))
    .filter(({ datasets }) => datasets > 0)
    .sort((a, b) => b.datasets - a.datasets || (a.category < b.category ? -1 : 1));
}

/** A category as words: text-generation is text generation. */
export function spell(category: string): string {
  return category.replaceAll("-", " ");
}
