import { literal } from "#loaders/schema/loader.ts";
import { type BenchFiles, ownerOf, pooled, registered } from "./bare.ts";

/** The queries of the evidence tables between two snapshots, as one would type them for these very files. */
export function bareWindows(earlier: BenchFiles, later: BenchFiles): Readonly<Record<string, string>> {
  const [from, to] = [earlier, later].map(({ observed_on }) => `DATE '${observed_on}'`);
  const joined = `
    WITH step AS (
      SELECT b.id, a._id IS NOT NULL AS matched, lower(a.id) <> lower(b.id) AS renamed,
        b.downloadsAllTime AS total, b.downloadsAllTime - a.downloadsAllTime AS gain,
        nullif(b.createdAt::DATE, DATE '2022-03-02') AS created_on
      FROM read_parquet(${literal(later.models)}) b
      LEFT JOIN (SELECT _id, id, downloadsAllTime FROM read_parquet(${literal(earlier.models)})) a USING (_id)
    ),
    steps AS (
      SELECT *, NOT matched AND coalesce(created_on >= ${from}, false) AS created,
        CASE WHEN gain < 0 THEN -gain WHEN gain >= 0 THEN 0 END AS fell
      FROM step
    ),
    windows AS (
      SELECT *, CASE WHEN gain < 0 THEN 0 WHEN matched THEN gain WHEN created THEN total END AS downloads FROM steps
    )`;
  const year = (until: string) =>
    `CASE WHEN count(downloads) > 0 THEN coalesce(sum(downloads) FILTER (${until}), 0) END`;
  return {
    "hub-windows": `${joined}
      SELECT ${from}, ${to}, ${pooled} AS owner, count(*), sum(downloads), ${year(`${to} <= created_on + 365`)},
        ${year(`${from} < created_on + 365`)}, count(*) FILTER (created), count(*) FILTER (NOT matched AND NOT created),
        count(*) FILTER (fell > 0), coalesce(sum(fell), 0), count(*) - count(downloads)
      FROM windows ${registered(ownerOf("id"))} GROUP BY ${pooled}`,
    "hub-flows": `${joined}
      SELECT ${from}, ${to}, any_value(before), count(*),
        count(*) FILTER (created), count(*) FILTER (NOT matched AND NOT created), any_value(before) - count(*) FILTER (matched),
        count(*) FILTER (matched AND renamed), count(*) FILTER (fell > 0)
      FROM windows, (SELECT count(*) AS before FROM read_parquet(${literal(earlier.models)}))`,
  };
}
