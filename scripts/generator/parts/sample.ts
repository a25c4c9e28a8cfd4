import type { Quantiles } from "./draw.ts";

/**
 * Rates and quantiles of `hub-stats-sample`: 4,167 rows of the Hub's `models.parquet` of 2026-05-20.
 *
 * The sample holds models that public evaluations name, so that it is better known, better documented and more
 * downloaded than the Hub as a whole. `test/generator/real-sample.test.ts` measures it again.
 */
export const sample = {
  rows: 4167,
  nulls: { pipeline_tag: 480, library_name: 527, safetensors: 407, baseModels: 1581, gguf: 4110, cardData: 67 },
  emptyCards: 8,
  floored: 18,
  licensedByTag: 2993,
  sizedByName: 3187,
  untrending: 3911,
  meanTags: 15.56,
} as const;

const points = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1];
const fewer = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1];
const spread = (at: readonly number[], values: readonly number[]): Quantiles => ({ at, values });

/** Downloads in 30 days. */
export const downloads = spread(points, [0, 0, 1, 2, 4, 10, 306, 13_501, 143_829, 3_222_628, 14_521_153, 31_524_064]);
/** Downloads of all time. */
export const downloadsAllTime = spread(
  points,
  [0, 2, 51, 112, 185, 611, 35_438, 511_354, 3_209_398, 30_111_645, 175_467_860, 1_151_718_436],
);
/** Likes. */
export const likes = spread(points, [0, 0, 0, 0, 0, 2, 21, 188, 546, 2068, 5723, 13_337]);
/** Trending score, which is 0 for 3,911 rows. */
export const trending = spread([0, 0.9386, 0.95, 0.99, 0.999, 1], [0, 1, 1, 7, 53, 142]);
/** Tags a row. */
export const tags = spread(fewer, [1, 4, 7, 9, 11, 14, 18, 23, 27, 46, 130]);
/** Characters of a card that is neither null nor empty. */
export const cardSize = spread(fewer, [18, 21, 44, 58, 139, 228, 1368, 2979, 3149, 13_178, 312_451]);
/** `safetensors.total`, parameters. */
export const parameters = spread(
  fewer,
  [
    414_720, 134_515_008, 513_606_144, 1_235_814_400, 3_821_079_552, 8_030_261_248, 12_247_782_400, 27_432_406_640,
    70_553_706_496, 235_670_022_896, 1_058_589_420_528,
  ],
);
/** Days since creation. */
export const age = spread([0, 0.1, 0.25, 0.5, 0.75, 0.9, 1], [28, 446, 480, 546, 663, 793, 1540]);

/** Rows by relation. */
export const relations = [
  [null, 1581],
  ["finetune", 1401],
  ["merge", 1116],
  ["quantized", 49],
  ["adapter", 20],
] as const;

/** Merges by the number of bases that they list. */
export const mergedBases = [
  [2, 587],
  [3, 183],
  [4, 116],
  [5, 83],
  [6, 78],
  [7, 33],
  [8, 5],
  [9, 7],
  [10, 7],
  [12, 10],
  [17, 5],
  [47, 1],
] as const;

/** Rows by task, null left out. */
export const tasks = [
  ["text-generation", 3434],
  ["image-text-to-text", 84],
  ["feature-extraction", 76],
  ["text-classification", 56],
  ["any-to-any", 6],
  ["reinforcement-learning", 5],
  ["text-to-image", 5],
  ["question-answering", 5],
  ["automatic-speech-recognition", 4],
  ["sentence-similarity", 3],
  ["translation", 3],
  ["zero-shot-image-classification", 2],
  ["text-ranking", 2],
  ["image-to-image", 2],
] as const;

/** Rows by library, null left out. */
export const libraries = [
  ["transformers", 3571],
  ["vllm", 19],
  ["peft", 18],
  ["sentence-transformers", 9],
  ["diffusers", 6],
  ["safe-rlhf", 4],
  ["nemo", 4],
  ["adapter-transformers", 3],
  ["mistral-common", 2],
  ["mlx", 2],
] as const;

/** Rows by licence, among those with a `license:` tag. */
export const licences = [
  ["apache-2.0", 1478],
  ["other", 381],
  ["mit", 322],
  ["llama3.1", 177],
  ["cc-by-nc-4.0", 141],
  ["gemma", 133],
  ["llama3", 118],
  ["llama3.2", 116],
  ["llama2", 36],
  ["llama3.3", 15],
  ["creativeml-openrail-m", 14],
  ["cc-by-nc-sa-4.0", 12],
  ["bigscience-bloom-rail-1.0", 12],
  ["gpl-3.0", 9],
  ["cc-by-4.0", 5],
] as const;
