import { isDay } from "../reference/csv.ts";

/** Text of a cell on one line; null when there is none. */
export function textOf(cell: string): string | null {
  return cell.trim().replaceAll(/\s+/g, " ") || null;
}

/** A number of a cell, as near as a double can be; null when there is none, and throws for what is no number. */
export function numberOf(cell: string): number | null {
  if (cell === "") return null;
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell)) throw new Error(`"${cell}" is not a number`);
  return Number(cell);
}

/** A day of a cell; null when there is none, and throws for what is no day. */
export function dayOf(cell: string): string | null {
  if (cell === "") return null;
  if (!isDay(cell)) throw new Error(`"${cell}" is not a day YYYY-MM-DD`);
  return cell;
}

/** Items of a list with commas; a comma before a space belongs to the item (`SambaNova Systems, Inc`). */
export function itemsOf(cell: string): string[] {
  return cell.split(/,(?! )/).flatMap((item) => textOf(item) ?? []);
}

/** Labels, each once, sorted by code point and joined by `+`; null when there are none, and throws for a label with a `+`. */
export function joined(labels: readonly string[] = []): string | null {
  const unclear = labels.find((label) => label.includes("+"));
  if (unclear !== undefined) throw new Error(`"${unclear}" has the + that joins labels`);
  return [...new Set(labels)].sort().join("+") || null;
}
