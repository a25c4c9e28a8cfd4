import { nameOf, ownerOf } from "./hub/names.ts";
import { datasets } from "./schema/datasets.ts";
import { type Loader, type LocalSource, literal } from "./schema/loader.ts";
import { tags } from "./schema/tags.ts";

const source = "dataset-cards-2023";
const path = "Data/Dataset_Info/dataset_info.parquet";

/**
 * Every dataset of the Hub, as of the record's last day.
 *
 * - The time of creation is text in local time with an offset; `created_on` is its day in UTC. Times that cannot be
 *   read are an error.
 * - These are the days of repositories, which begin in 2021: older datasets carry the day on which they got one.
 * - An owner is what stands before the slash: datasets without one have the author huggingface, but no namespace.
 * - The counter is that of 2023, calls of the library over 30 days; whole numbers stored as floats.
 * - A card file and a card that is not empty are two columns.
 */
export const listing: Loader = {
  source,
  table: datasets,
  sql: (files) => `
    SELECT
      ${common(files)},
      dataset_name AS repo,
      ${nameOf("dataset_name")} AS name,
      DATE '${files.record.last}' - 30 AS window_start,
      strptime(dataset_creation_time, '%a %b %-d %H:%M:%S %Y %z')::DATE AS created_on,
      domain,
      has_card AS has_card_file,
      has_nonempty_card AS has_card
    FROM ${rows(files)}`,
};

/** Task categories as tags, each once a dataset; the text "None" stands for no task, so that it makes no row. */
export const categories: Loader = {
  source,
  table: tags,
  sql: (files) => `
    SELECT ${common(files)}, 'dataset' AS kind, 'task_categories:' || task AS tag
    FROM (
      SELECT * REPLACE (unnest(list_distinct(string_split(task, ','))) AS task) FROM ${rows(files)} WHERE task <> 'None'
    )`,
};

export default [listing, categories];

function common({ record }: LocalSource): string {
  return `
    '${source}' AS source,
    'huggingface' AS platform,
    lower(dataset_name) AS repo_key,
    ${ownerOf("dataset_name")} AS owner,
    DATE '${record.last}' AS observed_on,
    downloads::BIGINT AS downloads_30d`;
}

function rows({ local }: LocalSource): string {
  return `read_parquet(${literal(local(path))})`;
}
