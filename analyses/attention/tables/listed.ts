const kept =
  "observed_on, repo, repo_key, owner, likes, downloads_30d, downloads_all_time, discussions, created_on, at_floor";
const crawl = "source = 'osir-lmts' AND platform = 'huggingface'";
const since = `${crawl} AND observed_on >= DATE '2025-01-01'`;
const panel = `
  SELECT owner FROM models WHERE ${since} GROUP BY owner
  HAVING count(DISTINCT observed_on) = (SELECT count(DISTINCT observed_on) FROM models WHERE ${since})`;

/** SQL for models that crawls list, each with its `part`; those of the fixed panel a second time. */
export const crawled = `
  SELECT source AS part, ${kept}, parameters FROM models WHERE ${crawl}
  UNION ALL
  SELECT 'osir-lmts-panel' AS part, ${kept}, parameters FROM models WHERE ${since} AND owner IN (${panel})`;

const sized = (where: string): string => `
  SELECT source AS part, ${kept}, coalesce(s.parameters, m.parameters) AS parameters
  FROM models m LEFT JOIN (SELECT source, repo_key, observed_on, parameters FROM sizes) s
    USING (source, repo_key, observed_on)
  WHERE ${where}`;

/** SQL for models of the two lists; sizes of the one in the Hub's own schema come down the ladder. */
export const onLists = sized("source IN ('hub-stats-sample', 'radar')");

/** SQL for models of the Hub. */
export const onHub = sized("source = 'hub'");

/** SQL for rows of a query on the last `days` days of each part. */
export function newest(listed: string, days = 1): string {
  return `
  SELECT * FROM (${listed})
  QUALIFY dense_rank() OVER (PARTITION BY part ORDER BY observed_on DESC) <= ${days}`;
}
