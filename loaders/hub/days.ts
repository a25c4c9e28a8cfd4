/** The day that the Hub gives every repository that is older than its records. */
export const floorDay = "2022-03-02";

/** SQL for the day of a timestamp in UTC: naive ones mean UTC, and the engine's time zone is UTC. */
export function utcDay(sql: string): string {
  return `CAST(${sql} AS DATE)`;
}

/** SQL for the day of creation, unknown at the floor. */
export function createdOn(sql: string): string {
  return `nullif(${utcDay(sql)}, DATE '${floorDay}')`;
}

/** SQL for whether a creation date is the floor. */
export function atFloor(sql: string): string {
  return `${utcDay(sql)} = DATE '${floorDay}'`;
}

/** SQL for the day of a timestamp that may be text, such as `2026-05-20T06:10:00.000Z`; null where it is none. */
export function looseDay(sql: string, type: string): string {
  return type === "VARCHAR" ? `CAST(TRY_CAST(${sql} AS TIMESTAMPTZ) AS DATE)` : utcDay(sql);
}
