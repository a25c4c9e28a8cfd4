/** One row of a day's listing as the file has it, read without the project's loader. */
export interface RawListed {
  /** Day in the name of the file, turned to `YYYY-MM-DD`. */
  readonly day: string;
  readonly id: string;
  readonly author: string;
  readonly type: string;
  readonly downloads: number;
  readonly likes: number;
}

/** Days in the names of the files, by path: `transformersjs_03-02-2025.parquet` is 2025-02-03. */
export function dayInName(path: string): string {
  const [day = "", month = "", year = ""] = path.slice(-"DD-MM-YYYY.parquet".length, -".parquet".length).split("-");
  return `${year}-${month}-${day}`;
}

/** Rows by day, days first to last. */
export function byDay(rows: Iterable<RawListed>): Map<string, RawListed[]> {
  const days = new Map<string, RawListed[]>();
  for (const row of rows) days.set(row.day, [...(days.get(row.day) ?? []), row]);
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Days of listings whose models and counters are those of the listing before, to the first day that had them. */
export function repeats(days: ReadonlyMap<string, readonly RawListed[]>): Map<string, string> {
  const found = new Map<string, string>();
  let [before, since] = ["", ""];
  for (const [day, rows] of days) {
    const counters = rows.map(({ id, downloads }) => `${id} ${downloads}`).sort();
    const text = counters.join("\n");
    if (text === before) found.set(day, since);
    else [before, since] = [text, day];
  }
  return found;
}

/** The day that many days before another. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
