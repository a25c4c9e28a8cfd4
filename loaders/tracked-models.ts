import { type Loader, type LocalSource, literal } from "./schema/loader.ts";
import { models } from "./schema/models.ts";

const lists = ["models.csv", "extra_models.csv"] as const;
const csv = "auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = ''";

/**
 * The curated list of language models, as of the record's last day.
 *
 * - Both lists make rows; everything that a list of names does not say is unknown.
 * - Parameters come from `metadata/model_parameters.csv`, billions made counts, active ones too; ids there on no list make no row.
 */
export const trackedModels: Loader = {
  source: "tracked-models",
  table: models,
  sql: (files) => `
    SELECT
      'tracked-models' AS source,
      'huggingface' AS platform,
      m.modelId AS repo,
      lower(m.modelId) AS repo_key,
      m.org AS owner,
      m.model AS name,
      DATE '${files.record.last}' AS observed_on,
      round(p.total_params_b * 1e9) AS parameters,
      round(p.active_params_b * 1e9) AS active_parameters,
      CASE WHEN p.total_params_b IS NOT NULL THEN 'stated' END AS parameters_from
    FROM (${lists.map((path) => list(files.local(path))).join(" UNION ALL ")}) m
    LEFT JOIN (${parameters(files)}) p ON p.model_id = m.modelId`,
};

export default trackedModels;

/** Query for the release dates that the curators corrected: repo, created_on (as the Hub has it), released_on, note. */
export function releaseDates({ local }: LocalSource): string {
  return `
    SELECT model_id AS repo, hf_created_at AS created_on, actual_release_date AS released_on, notes AS note
    FROM read_csv(${literal(local("metadata/release_date_corrections.csv"))}, ${csv}, comment = '#', columns = {
      model_id: 'VARCHAR', hf_created_at: 'DATE', actual_release_date: 'DATE', notes: 'VARCHAR'
    })`;
}

function list(path: string): string {
  return `
    SELECT * FROM read_csv(${literal(path)}, ${csv}, columns = {
      org: 'VARCHAR', model: 'VARCHAR', modelId: 'VARCHAR'
    })`;
}

function parameters({ local }: LocalSource): string {
  return `
    SELECT model_id, total_params_b, active_params_b
    FROM read_csv(${literal(local("metadata/model_parameters.csv"))}, ${csv}, columns = {
      model_id: 'VARCHAR', total_params_b: 'DOUBLE', active_params_b: 'DOUBLE', is_moe: 'BOOLEAN',
      notes: 'VARCHAR'
    })`;
}
