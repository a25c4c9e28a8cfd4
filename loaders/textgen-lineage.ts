import { nameOf, ownerOf } from "./hub/names.ts";
import { bases } from "./schema/bases.ts";
import { type Loader, type LocalSource, literal } from "./schema/loader.ts";
import { models } from "./schema/models.ts";

const source = "textgen-lineage";
const csv = "auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"'";

/** Words of the file for how a model stands to its base, and the Hub's own. */
const relations = { finetuned: "finetune", adapter: "adapter", quantized: "quantized", merged: "merge" } as const;

/**
 * Bases of text-generation models, a row for each edge of the file between two models, as of the record's last day.
 *
 * - An edge leads from the base (`source`) to the derived model (`target`). One from a model to itself is no base: the
 *   model keeps its row in `models`, where `own_base` says so.
 * - Keys are in lower case, so that ids that differ by case alone are one model here.
 * - A model with several bases has a row for each. The file calls most of them merged and six of them finetuned, and so do the rows.
 * - Bases of a model stand in the order of the file, which need not be that of its card.
 * - A base that no row derives may be a root, or a copy whose own bases the file lacks: the file cannot tell.
 * - Downloads are unknown: the file says only that there were ten or more.
 */
const lineageBases: Loader = {
  source,
  table: bases,
  sql: (files) => `
    SELECT
      '${source}' AS source,
      'huggingface' AS platform,
      lower(target) AS repo_key,
      ${ownerOf("target")} AS owner,
      DATE '${files.record.last}' AS observed_on,
      ${relation()} AS relation,
      lower(source) AS base_key,
      lower(${ownerOf("source")}) AS base_owner,
      row_number() OVER (PARTITION BY lower(target) ORDER BY line) AS place,
      lower(${ownerOf("target")}) = lower(${ownerOf("source")}) AS same_owner
    FROM (${edges(files)}) WHERE lower(source) <> lower(target)`,
};

/** Models on any edge, those on an edge to themselves alone included; what an edge does not say is unknown. */
const lineageModels: Loader = {
  source,
  table: models,
  sql: (files) => `
    WITH edges AS (${edges(files)}),
      ends AS (
        SELECT source AS repo, lower(target) = lower(source) AS own_base FROM edges
        UNION ALL SELECT target, lower(target) = lower(source) FROM edges
      )
    SELECT
      '${source}' AS source,
      'huggingface' AS platform,
      repo,
      lower(repo) AS repo_key,
      ${ownerOf("repo")} AS owner,
      ${nameOf("repo")} AS name,
      DATE '${files.record.last}' AS observed_on,
      bool_or(own_base) AS own_base
    FROM ends GROUP BY repo`,
};

export default [lineageModels, lineageBases];

function edges({ local }: LocalSource): string {
  const columns = "columns = { source: 'VARCHAR', target: 'VARCHAR', edge: 'VARCHAR' }";
  return `SELECT *, row_number() OVER () AS line FROM read_csv(${literal(local("network_data/edges.csv"))}, ${csv}, ${columns})`;
}

function relation(): string {
  const known = Object.entries(relations).map(([word, hub]) => `WHEN '${word}' THEN '${hub}'`);
  return `CASE edge ${known.join(" ")} ELSE error('edge ' || edge || ' is no known relation') END`;
}
