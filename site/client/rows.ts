/** Which way rows are sorted, in the words of aria-sort. */
export type Order = "ascending" | "descending";

/** The number that a cell of a table shows; null for words and for what is unknown. */
export function numberIn(text: string): number | null {
  const plain = text.replaceAll(/[,\s]/g, "");
  return /^[-−]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain.replace("−", "-")) : null;
}

/** Order of two cells: numbers before words before what is unknown, which stays last either way. */
export function compareCells(a: string, b: string, order: Order): number {
  const [rankA, rankB] = [rankOf(a), rankOf(b)];
  if (rankA !== rankB) return rankA - rankB;
  if (rankA === 2) return 0;
  const sign = order === "ascending" ? 1 : -1;
  const [x, y] = [numberIn(a), numberIn(b)];
  if (x !== null && y !== null) return sign * (x - y);
  return sign * a.localeCompare(b, "en");
}

function rankOf(text: string): number {
  if (numberIn(text) !== null) return 0;
  return text === "unknown" || text === "" ? 2 : 1;
}

/** Whether a row has every word that was asked for, anywhere in its cells, without regard to case. */
export function matches(cells: readonly string[], asked: string): boolean {
  const text = cells.join(" ").toLowerCase();
  return asked
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The order that a press on a heading gives: ascending first, then by turns. */
export function nextOrder(now: string | null): Order {
  return now === "ascending" ? "descending" : "ascending";
}
