import { identifier } from "../schema/loader.ts";
import { keyOf, usable } from "./column.ts";
import type { Tested } from "./rule.ts";

/** How rows of a snapshot are matched with those of its predecessor. */
export interface Match {
  /** SQL of what both have: the identity of the Hub, else the name in lower case. */
  readonly key: string;
  /** Whether both count downloads of all time. */
  readonly counted: boolean;
  readonly earlier: string;
  readonly later: string;
}

/** Wide enough that no difference of two of them can overflow. */
const counter = `CAST(${identifier("downloadsAllTime")} AS HUGEINT)`;

/** How to match, or null without a predecessor at hand or an identity in common. */
export function matchable(it: Tested): Match | null {
  const { before } = it;
  if (before === null || before.rows === null) return null;
  const earlier = { table: it.table, types: before.types };
  const both = (column: string) => usable(it, column) && usable(earlier, column);
  const key = both("_id") ? identifier("_id") : both("id") ? keyOf(it) : null;
  return key === null ? null : { key, counted: both("downloadsAllTime"), earlier: before.rows, later: it.rows };
}

/** Query for what the matching comes to, one row; its columns are the counts that rules name. */
export function matching(it: Tested, match: Match): string {
  const { key, counted, earlier, later } = match;
  const [name, all, window] = [
    keyOf(it) ?? key,
    counted ? counter : "NULL::HUGEINT",
    usable(it, "downloads") ? "downloads" : "0",
  ];
  return `
    WITH e AS (SELECT ${key} AS k, ${all} AS was FROM ${earlier}),
      l AS (SELECT ${key} AS k, ${all} AS now, ${window} AS active, ${name} AS name FROM ${later})
    SELECT count(*) AS matched, (SELECT count(*) FROM e) AS earlier,
      count(*) FILTER (WHERE was IS NOT NULL AND now IS NOT NULL) AS comparable,
      count(*) FILTER (WHERE now < was) AS fell,
      coalesce(sum(was - now) FILTER (WHERE now < was), 0) AS lost,
      (SELECT sum(was) FROM e) AS "earlier downloads",
      count(*) FILTER (WHERE active > 0 AND was IS NOT NULL) AS active,
      count(*) FILTER (WHERE active > 0 AND now > was) AS moved
    FROM e JOIN l USING (k)`;
}

/** Query for the repositories whose counter fell most. */
export function fallen(it: Tested, { key, earlier, later }: Match): string {
  return `
    SELECT l.name, l.now || ' after ' || e.was
    FROM (SELECT ${key} AS k, ${counter} AS was FROM ${earlier}) e
      JOIN (SELECT ${key} AS k, ${counter} AS now, ${keyOf(it) ?? key} AS name FROM ${later}) l USING (k)
    WHERE now < was ORDER BY was - now DESC, 1 LIMIT 5`;
}
