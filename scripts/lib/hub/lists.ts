import { listDatasets, listModels } from "@huggingface/hub";
import type { z } from "zod";
import type { Hub } from "./hub.ts";
import { type ListedDataset, type ListedModel, listedDataset, listedModel } from "./rows.ts";

/** A list of the Hub by downloads. */
export interface List<Row> {
  readonly table: "models" | "datasets";
  readonly shape: z.ZodType<Row>;
  rows(params: Hub["params"]): AsyncIterable<{ readonly name: string }>;
}

const common = ["author", "cardData", "createdAt", "disabled", "downloadsAllTime", "sha", "tags"] as const;

/** Models with what the Parquet copies have; the client's types do not know the last three fields, and it asks for them. */
export const modelList: List<ListedModel> = {
  table: "models",
  shape: listedModel,
  rows: (params) =>
    listModels({
      ...{ ...params, sort: "downloads" },
      additionalFields: [...common, "library_name", "safetensors", ...untyped("gguf", "baseModels", "trendingScore")],
    }),
};

/** Datasets with what the Parquet copies have. */
export const datasetList: List<ListedDataset> = {
  table: "datasets",
  shape: listedDataset,
  rows: (params) =>
    listDatasets({
      ...{ ...params, sort: "downloads" },
      additionalFields: [
        ...[...common, "description", "citation", "paperswithcode_id"],
        ...untyped("mainSize", "trendingScore"),
      ] as "tags"[],
    }),
};

function untyped(...fields: string[]): never[] {
  return fields as never[];
}
