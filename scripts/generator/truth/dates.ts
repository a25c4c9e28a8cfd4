const known = new Map<number, string>();

/** ISO day of a number of days since 1970. */
export function isoDay(day: number): string {
  const found = known.get(day);
  if (found !== undefined) return found;
  const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
  known.set(day, text);
  return text;
}

/** First day of the month of a number of days since 1970 (ISO). */
export function monthOf(day: number): string {
  return `${isoDay(day).slice(0, 7)}-01`;
}
