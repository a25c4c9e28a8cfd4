import type { SnapshotTable } from "#loaders/schema/snapshot.ts";
import type { Tried } from "#test/fixtures/snapshot-gates.ts";

/** A way to break a rule: what is changed, and what the rule must say it found. */
export interface Break {
  readonly tried: Tried;
  readonly found: string;
  /** First row that it must show, if it shows any. */
  readonly row?: string;
}

type Repositories = "models" | "datasets";

const sizes = { models: 120, datasets: 60, daily_papers: 40 } as const;
const letters = { models: "m", datasets: "d" } as const;
const real = { origin: { generated: false } };

/** Replaces a column of a table by an expression. */
export function replacing(table: SnapshotTable, column: string, sql: string): Tried {
  return { tables: { [table]: (rows: string) => `SELECT * REPLACE (${sql} AS "${column}") FROM (${rows})` } };
}

/** Replaces a column of one repository, that of number 7. */
export function replacingOne(table: Repositories, column: string, sql: string): Tried {
  return replacing(table, column, `CASE WHEN id = 'owner-7/${letters[table]}-7' THEN ${sql} ELSE "${column}" END`);
}

/** The rows of a table by another query, which reads them as `rows`. */
export function rewritten(table: SnapshotTable, query: string): Tried {
  return { tables: { [table]: (rows: string) => query.replaceAll("rows", `(${rows})`) } };
}

const before = (tried: Tried): Tried => ({ ...tried, before: {} });

/** Breaks of rules on repositories, which hold for models and datasets alike. */
export function repositoryBreaks(table: Repositories): Readonly<Record<string, Break>> {
  const n = sizes[table];
  const key = `owner-7/${letters[table]}-7`;
  const one = (column: string, sql: string) => replacingOne(table, column, sql);
  const some = (column: string, share: string) =>
    replacing(table, column, `CASE WHEN ${share} THEN NULL ELSE "${column}" END`);
  const quarter = `downloads % 40 = 0`;
  return {
    "all-time-era": {
      tried: { ...real, ...rewritten(table, 'SELECT * EXCLUDE ("downloadsAllTime") FROM rows') },
      found: "downloadsAllTime is missing",
    },
    "generated-identities": {
      tried: { origin: { generated: false }, ...one("_id", "'000000000000000000000007'") },
      found: `_id: 1 of ${n}`,
      row: `${key}  000000000000000000000007`,
    },
    [`${table}-floor`]: { tried: real, found: `${n} rows` },
    "hub-ids-known": { tried: one("_id", "NULL"), found: `_id: 1 of ${n}`, row: `${key}  null` },
    "facts-known": { tried: some("createdAt", quarter), found: `createdAt: ${n / 4} of ${n}` },
    "hub-ids-unique": {
      tried: one("_id", table === "models" ? "'000000000000000000000001'" : "'000000000000000000001389'"),
      found: `1 of ${n} repeat another`,
    },
    "id-form": {
      tried: one("id", "'owner-7/<script>'"),
      found: `id: 1 of ${n}`,
      row: "owner-7/<script>  16 characters",
    },
    "id-owner": {
      tried: replacing(table, "id", `replace(id, 'owner-7/', 'owner-7-')`),
      found: `id: ${n / 12} of ${n}`,
    },
    "author-is-owner": {
      tried: one("author", "'somebody'"),
      found: `author: 1 of ${n}`,
      row: `${key}  author somebody`,
    },
    "created-floor": {
      tried: one("createdAt", "TIMESTAMP '2022-03-02 23:29:03'"),
      found: `createdAt: 1 of ${n}`,
      row: `${key}  2022-03-02 23:29:03`,
    },
    "not-future": {
      tried: one("createdAt", "TIMESTAMP '2026-05-21 06:10:01'"),
      found: `createdAt: 1 of ${n}`,
      row: `${key}  2026-05-21 06:10:01`,
    },
    "counters-whole": { tried: one("downloads", "-1"), found: `downloads: 1 of ${n}`, row: `${key}  -1` },
    "downloads-plausible": {
      tried: one("downloads", "10000000001"),
      found: `downloads: 1 of ${n}`,
      row: `${key}  10000000001`,
    },
    "all-time-plausible": {
      tried: one("downloadsAllTime", "1000000000001"),
      found: `downloadsAllTime: 1 of ${n}`,
      row: `${key}  1000000000001`,
    },
    "likes-plausible": { tried: one("likes", "1000001"), found: `likes: 1 of ${n}`, row: `${key}  1000001` },
    "trending-plausible": {
      tried: one("trendingScore", "'NaN'::DOUBLE"),
      found: `trendingScore: 1 of ${n}`,
      row: `${key}  nan`,
    },
    "all-time-above-window": {
      tried: one("downloadsAllTime", "downloads - 1"),
      found: `downloadsAllTime below downloads: 1 of ${n}`,
      row: `${key}  1929 below 1930`,
    },
    "cards-json": {
      tried: one("cardData", `'{"license":'`),
      found: `cardData: 1 of ${(n * 9) / 10}`,
      row: `${key}  {"license":`,
    },
    "repositories-kept": {
      tried: before(replacing(table, "_id", `replace(_id, '0000000000', '0000000001')`)),
      found: `matched: 0 of ${n} (earlier), a share of 0.00`,
    },
    "counters-fell": {
      tried: before(one("downloadsAllTime", "20700 - 1")),
      found: `fell: 1 of ${n} (comparable), a share of ${(1 / n).toPrecision(3)}`,
      row: `${key}  20699 after 20700`,
    },
    "downloads-lost": {
      tried: before(one("downloadsAllTime", "1930")),
      found: `lost: ${20700 - 1930} of ${table === "models" ? 3114000 : 1377000} (earlier downloads), a share of ${table === "models" ? "0.00603" : "0.0136"}`,
      row: `${key}  1930 after 20700`,
    },
    "counters-moved": {
      tried: before(
        replacing(table, "downloadsAllTime", `"downloadsAllTime" - CASE WHEN id = '${key}' THEN 0 ELSE 50 END`),
      ),
      found: `moved: 1 of ${n} (active), a share of ${(1 / n).toPrecision(3)}`,
    },
    "owners-drift": {
      tried: before(replacing(table, "id", "replace(replace(id, 'owner-7/', 'owner-6/'), 'owner-8/', 'owner-6/')")),
      found: "owners: 10 after 12 in 2026-05-20, 0.833 times",
    },
    "downloads-drift": {
      tried: before(replacing(table, "downloads", "downloads // 2")),
      found: `downloads: ${table === "models" ? "84300 after 168600" : "51150 after 102300"} in 2026-05-20, 0.500 times`,
    },
    "likes-drift": {
      tried: before(replacing(table, "likes", "likes * 5")),
      found: `likes: ${table === "models" ? "84300 after 16860" : "51150 after 10230"} in 2026-05-20, 5.00 times`,
    },
    "tags-drift": {
      tried: before(replacing(table, "tags", "tags[1:2]")),
      found: "tags: 2 after 3 in 2026-05-20, 0.667 times",
    },
  };
}
