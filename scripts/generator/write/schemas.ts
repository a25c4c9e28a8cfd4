import { cardEnd } from "../parts/cards.ts";
import type { Era } from "../parts/eras.ts";

/** A column of a table: its DuckDB type and, where it is not a cell of the row as it is, how it is made. */
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly sql?: string;
}

const dtypes =
  "BF16 F32 F8_E4M3 U8 I64 F8_E8M0 I8 I32 F16 U32 BOOL I16 U16 C64 F64 miku fastllm F8_E5M2 U64 F6_E2M3".split(" ");
const files = [
  "README.md",
  ".gitattributes",
  "config.json",
  "generation_config.json",
  "model.safetensors",
  "special_tokens_map.json",
  "tokenizer.json",
  "tokenizer_config.json",
  "vocab.json",
  "merges.txt",
  "model-00001-of-00002.safetensors",
  "model-00002-of-00002.safetensors",
];

/** The card with its filler behind it. */
const card = `CASE WHEN fill < 0 THEN "cardData" ELSE "cardData" || substr(getvariable('filler'), 1 + fill % 997, fill) || '${cardEnd}' END`;
const siblings = `[${files.map((file) => `'${file}'`).join(", ")}][1 : 3 + abs(fill) % 10]`;

const text = (...names: string[]): Column[] => names.map((name) => ({ name, type: "VARCHAR" }));
const whole = (...names: string[]): Column[] => names.map((name) => ({ name, type: "BIGINT" }));
const times = (...names: string[]): Column[] => names.map((name) => ({ name, type: "TIMESTAMP" }));
const flags = (...names: string[]): Column[] => names.map((name) => ({ name, type: "BOOLEAN" }));
const cardData: Column = { name: "cardData", type: "VARCHAR", sql: card };
const when = (there: boolean, ...columns: Column[]): Column[] => (there ? columns : []);

/** Columns of `models.parquet` in an era. */
export function modelColumns(era: Era, ids: boolean): Column[] {
  const older = era.gated;
  return [
    ...when(ids, ...text("_id")),
    ...text("id", "author"),
    ...times("createdAt", "lastModified"),
    ...whole("downloads"),
    ...when(era.totals, ...whole("downloadsAllTime")),
    ...whole("likes"),
    ...when(era.cards, { name: "trendingScore", type: "DOUBLE" }),
    { name: "tags", type: "VARCHAR[]" },
    ...when(era.cards, cardData),
    {
      name: "safetensors",
      type: `STRUCT(parameters STRUCT(${dtypes.map((name) => `"${name}" BIGINT`).join(", ")}), total BIGINT)`,
    },
    ...when(era.bases, ...text("gguf"), {
      name: "baseModels",
      type: "STRUCT(relation VARCHAR, models STRUCT(_id VARCHAR, id VARCHAR)[])",
    }),
    ...text("pipeline_tag", "library_name"),
    ...when(older, { name: "gated", type: "VARCHAR" }),
    ...when(
      older,
      { name: "private", type: "BOOLEAN", sql: "false" },
      ...text("sha"),
      { name: "disabled", type: "BOOLEAN", sql: "false" },
      ...text("modelId"),
    ),
    { name: "siblings", type: "VARCHAR[]", sql: siblings },
  ];
}

/** Columns of `datasets.parquet` in an era. */
export function datasetColumns(era: Era, ids: boolean): Column[] {
  return [
    ...when(ids, ...text("_id")),
    ...text("id", "author"),
    ...when(era.cards, cardData),
    ...flags("disabled"),
    ...text("gated"),
    ...times("lastModified"),
    ...whole("likes"),
    ...when(era.cards, { name: "trendingScore", type: "DOUBLE" }),
    ...flags("private"),
    ...text("sha", "description"),
    ...whole("downloads"),
    ...when(era.totals, ...whole("downloadsAllTime")),
    ...when(era.mainSize, { name: "mainSize", type: "DOUBLE" }),
    { name: "tags", type: "VARCHAR[]" },
    ...times("createdAt"),
    ...text("paperswithcode_id", "citation"),
  ];
}

const person = ["_id", "avatarUrl", "fullname", "user", "type"].map((name) => `paper_submittedOnDailyBy.${name}`);

/** Columns of `daily_papers.parquet`; some have a dot in their name. */
export function paperColumns(): Column[] {
  return [
    ...times("publishedAt"),
    ...text("title", "summary", "thumbnail"),
    ...whole("numComments"),
    { name: "submittedBy", type: "STRUCT(_id VARCHAR, name VARCHAR, type VARCHAR)" },
    { name: "organization", type: "STRUCT(_id VARCHAR, name VARCHAR)" },
    ...flags("isAuthorParticipating"),
    { name: "mediaUrls", type: "VARCHAR[]" },
    ...text("paper_id"),
    { name: "paper_authors", type: 'STRUCT(name VARCHAR, "user" STRUCT(name VARCHAR, type VARCHAR))[]' },
    ...times("paper_publishedAt", "paper_submittedOnDailyAt"),
    ...text("paper_title", "paper_summary"),
    ...whole("paper_upvotes"),
    ...text("paper_discussionId", "paper_ai_summary"),
    { name: "paper_ai_keywords", type: "VARCHAR[]" },
    ...text(...person),
    ...flags("paper_submittedOnDailyBy.isPro"),
    ...text(
      "paper_organization._id",
      "paper_organization.name",
      "paper_organization.fullname",
      "paper_organization.avatar",
      "paper_githubRepo",
    ),
    ...whole("paper_githubStars"),
    { name: "paper_mediaUrls", type: "VARCHAR[]" },
    ...text("paper_projectPage"),
    ...times("paper_withdrawnAt"),
  ];
}
