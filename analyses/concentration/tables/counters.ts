/** What a number of downloads covers. */
export const counters = { window: "30 days", lifetime: "lifetime" } as const;

/** One of the counters. */
export type Counter = (typeof counters)[keyof typeof counters];

/** SQL for rows of `models` once for each counter, with `counter` and `downloads` and the columns that are asked for. */
export function byCounter(from: string, ...columns: readonly string[]): string {
  const of = (counter: Counter, column: string): string =>
    `SELECT ${[...columns, `'${counter}' AS counter`, `${column} AS downloads`].join(", ")} FROM (${from})`;
  return `${of(counters.window, "downloads_30d")} UNION ALL ${of(counters.lifetime, "downloads_all_time")}`;
}

/** SQL for grouped rows without those of a counter that nothing has on a day: it is missing there, not unknown for some. */
export function counted(grouped: string, ...by: readonly string[]): string {
  return `SELECT * FROM (${grouped}) QUALIFY count(downloads) OVER (PARTITION BY ${by.join(", ")}) > 0`;
}

/** SQL for whether a model is a year old or older; null where its age does not say. Days before the Hub's floor are known to be earlier. */
export const yearOld = `CASE
  WHEN created_on IS NOT NULL THEN created_on <= observed_on - 365
  WHEN at_floor AND DATE '2022-03-02' <= observed_on - 365 THEN true END`;
