import type { ListedDataset, ListedModel } from "./rows.ts";

/** A row as it stands in a Parquet file: times in UTC without a zone, and JSON in text. */
export type Cells = Readonly<Record<string, unknown>>;

/** DuckDB types of the columns that both tables have, in the order of the Hub's own copies. */
const common = {
  ...{ _id: "VARCHAR", id: "VARCHAR", author: "VARCHAR", createdAt: "TIMESTAMP", lastModified: "TIMESTAMP" },
  ...{ downloads: "BIGINT", downloadsAllTime: "BIGINT", likes: "BIGINT", trendingScore: "DOUBLE", tags: "VARCHAR[]" },
  ...{ cardData: "VARCHAR", gated: "VARCHAR", private: "BOOLEAN", disabled: "BOOLEAN", sha: "VARCHAR" },
};

/** Columns of `models.parquet` with their types; `dtypes` are those that any row has parameters of, once whatever their case. */
export function modelTypes(dtypes: Iterable<string>): Readonly<Record<string, string>> {
  const names = new Map([...dtypes].sort().map((name) => [name.toLowerCase(), name]));
  const fields = [...names.values()].map((name) => `"${name}" BIGINT`);
  const parameters = fields.length > 0 ? `parameters STRUCT(${fields.join(", ")}), ` : "";
  return {
    ...common,
    safetensors: `STRUCT(${parameters}total BIGINT)`,
    gguf: "VARCHAR",
    baseModels: "STRUCT(relation VARCHAR, models STRUCT(_id VARCHAR, id VARCHAR)[])",
    ...{ pipeline_tag: "VARCHAR", library_name: "VARCHAR" },
  };
}

/** Columns of `datasets.parquet` with their types. */
export const datasetTypes: Readonly<Record<string, string>> = {
  ...{ ...common, mainSize: "DOUBLE", description: "VARCHAR", citation: "VARCHAR", paperswithcode_id: "VARCHAR" },
};

/** A model as a row of `models.parquet`, without the kind of its owner. */
export function modelCells(row: ListedModel): Cells {
  const { safetensors, gguf, baseModels, task, library_name } = row;
  return { ...commonCells(row), safetensors, gguf: jsonOf(gguf), baseModels, pipeline_tag: task, library_name };
}

/** Data types that a model has parameters of; those whose name is no plain word are left out. */
export function dtypesOf({ safetensors }: ListedModel): string[] {
  return Object.keys(safetensors?.parameters ?? {}).filter((name) => /^\w{1,40}$/.test(name));
}

/** A dataset as a row of `datasets.parquet`. */
export function datasetCells(row: ListedDataset): Cells {
  const { mainSize, description, citation, paperswithcode_id } = row;
  return { ...commonCells(row), mainSize, description, citation, paperswithcode_id };
}

function commonCells(row: ListedModel | ListedDataset): Cells {
  const { downloads, downloadsAllTime, likes, trendingScore, tags, sha, disabled } = row;
  return {
    ...{ _id: row.id, id: row.name, author: row.author, private: row.private, disabled, sha },
    ...{ createdAt: stamp(row.createdAt), lastModified: stamp(row.updatedAt) },
    ...{ downloads, downloadsAllTime, likes, trendingScore, tags },
    ...{ cardData: jsonOf(row.cardData), gated: gatedOf(row.gated) },
  };
}

function stamp(time: Date): string {
  return time.toISOString().replace("T", " ").replace("Z", "");
}

function jsonOf(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

/** The word that the Parquet copies have: False, auto or manual. */
function gatedOf(gated: boolean | string | null | undefined): string | null {
  if (typeof gated === "boolean") return gated ? "True" : "False";
  return gated ?? null;
}
