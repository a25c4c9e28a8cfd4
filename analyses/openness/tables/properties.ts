import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, optional, type Standing } from "#loaders/schema/evidence.ts";
import { evaluated, followed, hub, newest, reach, reachDoc } from "./standings.ts";

/** Tasks that take or give more than one kind of content. */
const multimodal = [
  ...["any-to-any", "audio-text-to-text", "document-question-answering", "image-text-to-image", "image-text-to-text"],
  ...["image-text-to-video", "video-text-to-text", "visual-document-retrieval", "visual-question-answering"],
];

/** Names that say that a model is a mixture of experts: 8x7B, 30B-A3B, MoE; 8x350M as well where units say so. */
const mixture = (unit: "b" | "[mb]"): string =>
  `(^|[^a-z0-9])(\\d+x\\d+(\\.\\d+)?${unit}|a\\d+(\\.\\d+)?${unit}|moe)([^a-z0-9]|$)`;

const columns = {
  observed_on: date("Day of the snapshot."),
  reach: text(reachDoc),
  safetensors: bool("Whether the model has weights in the safetensors format, by its tags."),
  gguf: bool("Whether it has weights in the gguf format, by its tags."),
  names_dataset: bool("Whether it names a dataset that it was trained on, by its tags."),
  quantised: bool("Whether it says that it is a quantised version of its base."),
  multimodal: nullable(bool("Whether its task has more than one kind of content; null where it names no task.")),
  mixture: bool("Whether its name says that it is a mixture of experts."),
  models: int("Models.", "models"),
  downloads_30d: nullable(int("Downloads in the 30 days before the snapshot.", "downloads")),
};

const sql = (unit: Parameters<typeof mixture>[0]): string => `
  WITH tagged AS (
    SELECT repo_key, bool_or(tag = 'safetensors') AS safetensors, bool_or(tag = 'gguf') AS gguf,
      bool_or(starts_with(tag, 'dataset:')) AS names_dataset
    FROM ${newest("tags")}
    WHERE kind = 'model' AND (tag IN ('safetensors', 'gguf') OR starts_with(tag, 'dataset:'))
    GROUP BY repo_key
  )
  SELECT observed_on, ${reach} AS reach,
    coalesce(safetensors, false) AS safetensors, coalesce(gguf, false) AS gguf,
    coalesce(names_dataset, false) AS names_dataset,
    coalesce(relation = 'quantized', false) AS quantised,
    pipeline_tag IN (${multimodal.map((task) => `'${task}'`)}) AS multimodal,
    regexp_matches(lower(name), '${mixture(unit)}') AS mixture,
    count(*) AS models, sum(downloads_30d) AS downloads_30d
  FROM ${newest("models")} LEFT JOIN tagged USING (repo_key)
  GROUP BY ALL
`;

const table = (name: string, standing: Omit<Standing, "sql">, wider: readonly Standing[] = []) =>
  optional(
    defineEvidence({
      name,
      doc: "Models with the same formats and properties, as their tags, tasks and names tell them.",
      key: ["reach", "safetensors", "gguf", "names_dataset", "quantised", "multimodal", "mixture"],
      ...standing,
      columns,
      sql: sql("b"),
      wider,
    }),
  );

/** Formats and properties of models that public evaluations name, or of the complete Hub. */
export const modelProperties = table("model-properties", evaluated, [{ ...hub, sql: sql("[mb]") }]);

/** The same of recent models. */
export const recentProperties = table("recent-properties", followed);
