const since = "source = 'osir-lmts' AND platform = 'huggingface' AND observed_on >= DATE '2025-01-01'";

/** SQL for models of every crawl from 2025 on. */
export const crawls = `SELECT * FROM models WHERE ${since}`;

/** SQL for the namespaces that every crawl from 2025 on lists. */
export const panel = `
  SELECT owner FROM models WHERE ${since} GROUP BY owner
  HAVING count(DISTINCT observed_on) = (SELECT count(DISTINCT observed_on) FROM models WHERE ${since})`;
