import { present } from "../hub/columns.ts";
import { identifier } from "../schema/loader.ts";
import { usable } from "./column.ts";
import type { Measured, Tested } from "./rule.ts";

/** Totals and means that the next snapshot is held against, where the file has their column. */
const totals: readonly { name: string; column: string; sql: string }[] = [
  { name: "owners", column: "id", sql: "count(DISTINCT lower(split_part(id, '/', 1)))" },
  { name: "downloads", column: "downloads", sql: "sum(downloads)" },
  { name: "downloadsAllTime", column: "downloadsAllTime", sql: 'sum("downloadsAllTime")' },
  { name: "likes", column: "likes", sql: "sum(likes)" },
  { name: "tags", column: "tags", sql: "avg(len(tags))" },
];

/** Aggregates that every snapshot is measured by: `rows`, totals, and the share of nulls of each column that is read. */
export function measuresOf(it: Tested): Readonly<Record<string, string>> {
  const own = totals.filter(({ column }) => usable(it, column)).map(({ name, sql }) => [name, sql]);
  const nulls = present(it.table, it.types).columns.map((name) => [
    `nulls ${name}`,
    `1 - count(${identifier(name)}) / nullif(count(*), 0)`,
  ]);
  return Object.fromEntries([["rows", "count(*)"], ...own, ...nulls]);
}

/** What the measures came to, for the record of the snapshot. */
export function recorded(it: Tested, measured: Measured): Readonly<Record<string, number | null>> {
  return Object.fromEntries(Object.keys(measuresOf(it)).map((name) => [name, rounded(measured(name))]));
}

/** Shares and means to nine digits, so that records do not depend on the order of addition. */
function rounded(value: number | null): number | null {
  return value === null || Number.isInteger(value) ? value : Number(value.toPrecision(9));
}
