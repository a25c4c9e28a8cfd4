import { type Loader, type LocalSource, literal } from "./schema/loader.ts";
import { models } from "./schema/models.ts";

const listing = /\/(\d{4}-\d{2}-\d{2})\/(HuggingFace|ModelScope)\/raw-models-info\.jsonl$/;

const counters = {
  HuggingFace: { platform: "huggingface", field: "downloads_last_month" },
  ModelScope: { platform: "modelscope", field: "total_downloads" },
} as const;

interface Crawl {
  readonly local: string;
  /** Day in the name of the folder. */
  readonly day: string;
  readonly site: keyof typeof counters;
}

/**
 * Crawls of model listings of chosen namespaces.
 *
 * - The raw field `repo` is the namespace; `model_name` is the name.
 * - `observed_on` is the folder's day; `crawled_on` is the day of the row, null when it is the same.
 * - The Hub's counter covers the 30 days before the crawl: `window_start` is the crawl day minus 30, and the window
 *   runs from that day to the day before the crawl.
 * - Models without downloads are missing before 2025-09-07; no row stands for them. From then on they are 0.
 * - ModelScope's counter is a lifetime one: no window, no `downloads_30d`.
 * - Negative counts (likes and discussions of -1, a counter of -29) are unknown.
 * - Rows that repeat a name on one day collapse to the one with the larger counter, then likes, then discussions.
 * - Models that share their name with a dataset of their namespace are models: they have pages of their own.
 */
export const osirLmts: Loader = {
  source: "osir-lmts",
  table: models,
  sql: (files) => crawls(files).map(rows).join("\nUNION ALL\n"),
};

export default osirLmts;

function crawls({ record, local }: LocalSource): Crawl[] {
  return record.files.flatMap(({ path }) => {
    const [, day, site] = listing.exec(path) ?? [];
    return day && isSite(site) ? [{ day, site, local: local(path) }] : [];
  });
}

function isSite(site: string | undefined): site is Crawl["site"] {
  return site !== undefined && site in counters;
}

function rows(crawl: Crawl): string {
  const { platform } = counters[crawl.site];
  const hub = platform === "huggingface";
  return `
    SELECT
      'osir-lmts' AS source,
      '${platform}' AS platform,
      repo || '/' || model_name AS repo,
      lower(repo || '/' || model_name) AS repo_key,
      repo AS owner,
      model_name AS name,
      observed_on,
      nullif(crawl_day, observed_on) AS crawled_on,
      ${hub ? "crawl_day - 30" : "NULL::DATE"} AS window_start,
      ${hub ? "counter" : "NULL::BIGINT"} AS downloads_30d,
      ${hub ? "NULL::BIGINT" : "counter"} AS downloads_all_time,
      likes,
      discussions,
      derivatives
    FROM (${known(crawl)})
    QUALIFY row_number() OVER (
      PARTITION BY repo, model_name
      ORDER BY counter DESC NULLS LAST, likes DESC NULLS LAST, discussions DESC NULLS LAST, crawl_day
    ) = 1`;
}

function known({ day, site, local }: Crawl): string {
  const { field } = counters[site];
  return `
    SELECT
      repo,
      model_name,
      DATE '${day}' AS observed_on,
      coalesce(date_crawl, DATE '${day}') AS crawl_day,
      ${nonNegative(field)} AS counter,
      ${nonNegative("likes")} AS likes,
      ${nonNegative("community")} AS discussions,
      ${nonNegative("descendants")} AS derivatives
    FROM read_json(${literal(local)}, format = 'newline_delimited', columns = {
      repo: 'VARCHAR', model_name: 'VARCHAR', ${field}: 'BIGINT', likes: 'BIGINT', community: 'BIGINT',
      descendants: 'BIGINT', date_crawl: 'DATE'
    })`;
}

function nonNegative(field: string): string {
  return `CASE WHEN ${field} >= 0 THEN ${field} END`;
}
