import { identifier, literal } from "#loaders/schema/loader.ts";

/** Files of one snapshot, and the registry of owners. */
export interface BenchFiles {
  readonly observed_on: string;
  readonly models: string;
  readonly datasets: string;
  readonly papers: string;
  readonly owners: string;
}

const word = "'[A-Za-z0-9][A-Za-z0-9._+-]{0,59}'";
const label = (sql: string): string =>
  `CASE WHEN ${sql} IS NULL THEN NULL WHEN regexp_full_match(${sql}, ${word}) THEN ${sql} ELSE '(malformed)' END`;
const folded = (sql: string): string => `lower(trim(${sql}, e' \\t\\n\\r'))`;
/** SQL for the namespace of an id. */
export const ownerOf = (id: string): string =>
  `CASE WHEN contains(${id}, '/') THEN split_part(${id}, '/', 1) ELSE '(none)' END`;
const owner = ownerOf("id");
/** SQL that joins the registry of owners. */
export const registered = (sql: string): string => `LEFT JOIN owners o ON lower(o.owner) = lower(${sql})`;
/** SQL for a registered owner, all others pooled. */
export const pooled = "coalesce(o.owner, '(unregistered)')";

/** The queries of the evidence tables as one would type them for these very files, by the name of the table. */
export function bareQueries(files: BenchFiles): Readonly<Record<string, string>> {
  const day = `DATE '${files.observed_on}'`;
  const [models, datasets, papers] = [files.models, files.datasets, files.papers].map(
    (path) => `read_parquet(${literal(path)})`,
  );
  const both = (columns: string): string =>
    `SELECT 'model' AS kind, ${columns} FROM ${models} UNION ALL SELECT 'dataset', ${columns} FROM ${datasets}`;
  const created =
    "nullif(createdAt::DATE, DATE '2022-03-02') AS created_on, createdAt::DATE = DATE '2022-03-02' AS at_floor";
  return {
    "hub-totals": `
      SELECT ${day}, kind, count(*), count(DISTINCT lower(owner)), count(*) FILTER (downloads > 0), sum(downloads),
        sum(downloadsAllTime), sum(likes), count(created_on), count(*) FILTER (at_floor)
      FROM (${both(`${owner} AS owner, downloads, downloadsAllTime, likes, ${created}`)}) GROUP BY kind ORDER BY kind`,
    "hub-owners": `
      SELECT ${day}, kind, ${pooled} AS owner, count(DISTINCT lower(r.owner)), count(*), sum(downloads), sum(downloadsAllTime), sum(likes)
      FROM (${both(`${owner} AS owner, downloads, downloadsAllTime, likes`)}) r ${registered("r.owner")}
      GROUP BY kind, ${pooled} ORDER BY ALL`,
    "hub-created": `
      SELECT ${day}, kind, date_trunc('month', created_on)::DATE AS month, at_floor, count(*), sum(downloads), sum(likes)
      FROM (${both(`downloads, likes, ${created}`)}) GROUP BY ALL ORDER BY ALL NULLS FIRST`,
    "hub-download-counts": `
      SELECT ${day}, kind, downloads, count(*) FROM (${both("downloads")}) GROUP BY ALL ORDER BY ALL`,
    "hub-licences": licences(day, both("tags, cardData, downloads")),
    "hub-tasks": `
      SELECT ${day}, ${label("pipeline_tag")} AS task, count(*), sum(downloads), sum(likes)
      FROM ${models} GROUP BY ALL ORDER BY task NULLS FIRST`,
    "hub-libraries": `
      SELECT ${day}, ${label("library_name")} AS library, count(*), sum(downloads)
      FROM ${models} GROUP BY ALL ORDER BY library NULLS FIRST`,
    "hub-dataset-tasks": datasetTasks(day, datasets ?? ""),
    "hub-sizes": sizes(day, models ?? ""),
    "hub-derivatives": derivatives(day, models ?? ""),
    "hub-gating": `
      SELECT ${day}, kind, gated, count(*), sum(downloads) FROM (
        SELECT 'model' AS kind, NULL AS gated, downloads FROM ${models}
        UNION ALL SELECT 'dataset', CASE lower(gated) WHEN 'false' THEN 'none' WHEN 'auto' THEN 'auto' WHEN 'manual' THEN 'manual' END, downloads FROM ${datasets}
      ) GROUP BY ALL ORDER BY ALL NULLS FIRST`,
    "hub-papers": `
      SELECT ${day}, date_trunc('month', publishedAt::DATE)::DATE AS month, count(*), sum(paper_upvotes),
        count(paper_githubRepo), count(DISTINCT lower(${identifier("paper_organization.name")}))
      FROM ${papers} GROUP BY ALL ORDER BY month NULLS FIRST`,
  };
}

function licences(day: string, both: string): string {
  const text = folded("carded ->> '$'");
  return `
    WITH tagged AS (SELECT *, list_filter(tags, lambda t: starts_with(t, 'license:'))[1] AS tag FROM (${both})),
    carded AS (
      SELECT *, CASE WHEN tag IS NULL AND json_valid(cardData) THEN json_extract(cardData, '$.license') END AS carded FROM tagged
    ),
    said AS (
      SELECT kind, downloads, CASE WHEN tag IS NOT NULL THEN 'tag' ELSE 'card' END AS stated,
        CASE WHEN tag IS NOT NULL THEN ${label(folded("substr(tag, 9)"))}
          WHEN json_type(carded) = 'VARCHAR' AND ${text} <> '' THEN ${label(text)}
          WHEN json_type(carded) = 'ARRAY' THEN nullif(array_to_string(list_sort(list_distinct(list_transform(
            json_extract(carded, '$[*]'),
            lambda e: CASE WHEN json_type(e) = 'VARCHAR' THEN ${label(folded("(e ->> '$')"))} ELSE '(malformed)' END))), '+'), '')
          WHEN json_type(carded) NOT IN ('VARCHAR', 'NULL') THEN '(malformed)' END AS licence
      FROM carded
    )
    SELECT ${day}, kind, licence, CASE WHEN licence IS NOT NULL THEN stated END AS stated, count(*), sum(downloads)
    FROM said GROUP BY ALL ORDER BY ALL NULLS FIRST`;
}

function datasetTasks(day: string, datasets: string): string {
  const task = "substr(tag, 17)";
  return `
    WITH tasks AS (
      SELECT downloads, list_distinct(list_transform(
        list_filter(tags, lambda t: starts_with(t, 'task_categories:')), lambda tag: ${label(task)})) AS tasks
      FROM ${datasets}
    )
    SELECT ${day}, task, count(*), sum(downloads) FROM (
      SELECT unnest(CASE WHEN len(tasks) > 0 THEN tasks ELSE [NULL] END) AS task, downloads FROM tasks
    ) GROUP BY ALL ORDER BY task NULLS FIRST`;
}

function derivatives(day: string, models: string): string {
  return `
    WITH pairs AS (
      SELECT lower(id) AS id, downloads, baseModels.relation AS relation, unnest(list_distinct(
        list_transform(baseModels.models, lambda m: lower(m.id)))) AS base
      FROM ${models} WHERE baseModels IS NOT NULL
    ),
    children AS (
      SELECT DISTINCT ${pooled} AS owner, relation, ${owner} = ${ownerOf("base")} AS same, id, downloads
      FROM pairs ${registered(ownerOf("base"))} WHERE base <> id
    )
    SELECT ${day}, owner, relation, same, count(*), sum(downloads) FROM children GROUP BY ALL ORDER BY ALL NULLS FIRST`;
}

function sizes(day: string, models: string): string {
  const quantised =
    "(relation IS NOT DISTINCT FROM 'quantized' OR regexp_matches(name, '(^|[^a-z0-9])(gptq|awq|autoround|int4|int8|4bit|8bit|4-bit|8-bit|bnb|nf4|w4a16|w8a8|exl2|exl3|mlx|fp4|nvfp4|mxfp4|hqq|aqlm|quip)([^a-z0-9]|$)'))";
  const pattern = "(?:^|[^a-z0-9.])(?:(\\d+)x)?(\\d+(?:\\.\\d+)?)([mbt])(?:[^a-z0-9]|$)";
  return `
    WITH raw AS (
      SELECT lower(id) AS key, lower(CASE WHEN contains(id, '/') THEN split_part(id, '/', 2) ELSE id END) AS name, downloads, baseModels.relation AS relation,
        list_distinct(list_filter(list_transform(baseModels.models, lambda m: lower(m.id)), lambda k: k <> lower(id))) AS bases,
        CASE WHEN json_valid(gguf) AND json_type(gguf, '$.total') = 'UBIGINT' THEN nullif((gguf ->> '$.total')::DOUBLE, 0) END AS unpacked,
        CASE WHEN safetensors.total > 0 THEN safetensors.total::DOUBLE END AS stored
      FROM ${models}
    ),
    parts AS (
      SELECT *, CASE WHEN unpacked IS NULL AND (stored IS NULL OR ${quantised})
        THEN regexp_extract(name, '${pattern}', ['times', 'number', 'unit']) END AS p FROM raw
    ),
    stated AS (
      SELECT *, round(coalesce(TRY_CAST(p.times AS DOUBLE), 1) * TRY_CAST(p.number AS DOUBLE)
        * CASE p.unit WHEN 'm' THEN 1e6 WHEN 'b' THEN 1e9 WHEN 't' THEN 1e12 END) AS stated FROM parts
    ),
    named AS (SELECT *, CASE WHEN stated BETWEEN 1e5 AND 1e13 THEN stated END AS named FROM stated),
    own AS (
      SELECT *, coalesce(unpacked, CASE WHEN stored < 0.75 * named THEN named ELSE coalesce(stored, named) END) AS size,
        CASE WHEN unpacked IS NOT NULL THEN 'gguf' WHEN stored < 0.75 * named THEN 'name-over-packed'
          WHEN stored IS NOT NULL THEN 'safetensors' WHEN named IS NOT NULL THEN 'name' END AS method
      FROM named
    ),
    children AS (
      SELECT *, CASE WHEN len(bases) = 1 AND relation IN ('finetune', 'quantized')
        AND (size IS NULL OR (method = 'safetensors' AND ${quantised})) THEN bases[1] END AS parent FROM own
    ),
    sized AS (
      SELECT c.downloads,
        CASE WHEN c.size < 0.75 * p.size OR c.size IS NULL THEN coalesce(p.size, c.size) ELSE c.size END AS size,
        CASE WHEN c.size < 0.75 * p.size THEN 'parent-over-packed' WHEN c.size IS NULL AND p.size IS NOT NULL THEN 'parent' ELSE c.method END AS method
      FROM children c LEFT JOIN (SELECT key, size FROM own WHERE size IS NOT NULL) p ON c.parent = p.key
    ),
    scaled AS (SELECT *, CASE WHEN size > 0 THEN 10.0 ** greatest(floor(log10(size)) - 2, 0) END AS step FROM sized)
    SELECT ${day}, method, round(size / step) * step AS size, count(*), sum(downloads) FROM scaled GROUP BY ALL ORDER BY ALL NULLS FIRST`;
}
