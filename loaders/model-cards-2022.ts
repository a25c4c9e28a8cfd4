import { nameOf, ownerOf } from "./hub/names.ts";
import { type Loader, literal } from "./schema/loader.ts";
import { models } from "./schema/models.ts";

const source = "model-cards-2022";

/**
 * Every public model of the Hub, as of the record's last day.
 *
 * - Canonical models, whose ids have no slash, have no owner; the author `huggingface` that the file gives them is not read.
 * - The counter is a whole number stored as a float: anything else is an error. 0 is a model without a download.
 * - Creation days are in UTC and start in 2018; a model without one has an unknown day.
 * - `unknown` in `task_category` is an unknown task. `task_domain` groups tasks in another way and is not read.
 * - Ids that differ by case alone are two models, and share a `repo_key`.
 */
export const modelCards: Loader = {
  source,
  table: models,
  sql: ({ record, local }) => `
    SELECT
      '${source}' AS source,
      'huggingface' AS platform,
      modelId AS repo,
      lower(modelId) AS repo_key,
      ${ownerOf("modelId")} AS owner,
      ${nameOf("modelId")} AS name,
      DATE '${record.last}' AS observed_on,
      DATE '${record.last}' - 30 AS window_start,
      ${whole("downloads")} AS downloads_30d,
      CAST(timezone('UTC', creation_time) AS DATE) AS created_on,
      nullif(task_category, 'unknown') AS pipeline_tag,
      has_modelcard AS has_card
    FROM read_parquet(${literal(local("data/model_info.parquet"))})`,
};

export default modelCards;

/** SQL for a count that is stored as a float. */
function whole(column: string): string {
  return `CASE WHEN ${column} < 0 OR ${column} <> floor(${column})
    THEN error(${column} || ' is not a whole number of downloads') ELSE CAST(${column} AS BIGINT) END`;
}
