import { wholeHub } from "#kit/hub/standing.ts";
import { evaluated, followed, type Population } from "#kit/standings.ts";

export { evaluated, followed };

/** The complete Hub. */
export const hub: Population = wholeHub;

/** SQL for the newest day of a table. */
export function newest(table: string): string {
  return `(SELECT * FROM ${table} WHERE observed_on = (SELECT max(observed_on) FROM ${table}))`;
}

/** Parameters at which a class of sizes ends. */
export const sizeEnds = [1e9, 20e9] as const;

/** Downloads in 30 days from which a repository counts as much downloaded. */
export const many = 1000;

/** SQL for how much a repository is downloaded: none, some, many, or unknown. */
export const reach = `CASE
  WHEN downloads_30d IS NULL THEN 'unknown' WHEN downloads_30d = 0 THEN 'none'
  WHEN downloads_30d < ${many} THEN 'some' ELSE 'many' END`;

/** What `reach` means. */
export const reachDoc = `Downloads in the window: none, some, many (${many} and more), or unknown.`;

/** The months whose releases the Summer report counts. */
export const releaseMonths = { from: "2026-01-01", until: "2026-07-31" } as const;

/** Last day of those months that evidence of a day can see. */
export function releaseEnd(asOf: string): string {
  return asOf < releaseMonths.until ? asOf : releaseMonths.until;
}
