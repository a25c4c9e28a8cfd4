import { z } from "zod";
import { HubError } from "./error.ts";

const counter = z.int().nonnegative();
const text = z.string().nullish().catch(null);

const repository = {
  id: z.string().regex(/^[0-9a-f]{24}$/, "is no identity of the Hub"),
  name: z.string().min(1),
  downloads: counter,
  likes: counter,
  updatedAt: z.date(),
  createdAt: z.coerce.date(),
  tags: z.array(z.string()),
  private: z.boolean(),
  gated: z.union([z.boolean(), z.string()]).nullish(),
  downloadsAllTime: counter.nullish(),
  trendingScore: z.number().nullish().catch(null),
  cardData: z.unknown().optional(),
  ...{ author: text, sha: text, disabled: z.boolean().nullish().catch(null) },
};

/** A model of the listing; what is nested and odd is unknown, what every row has must be as it always was. */
export const listedModel = z.object({
  ...repository,
  task: text,
  library_name: text,
  safetensors: z
    .object({ parameters: z.record(z.string(), counter).catch({}), total: counter })
    .nullish()
    .catch(null),
  gguf: z.unknown().optional(),
  baseModels: z
    .object({ relation: text, models: z.array(z.object({ _id: text, id: z.string() })) })
    .nullish()
    .catch(null),
});

/** A dataset of the listing. */
export const listedDataset = z.object({
  ...repository,
  mainSize: z.number().nullish().catch(null),
  ...{ description: text, citation: text, paperswithcode_id: text },
});

export type ListedModel = z.infer<typeof listedModel>;
export type ListedDataset = z.infer<typeof listedDataset>;

/** A row in its known shape; throws a `HubError` that names what is wrong with it. */
export function shaped<T>(shape: z.ZodType<T>, row: { readonly name?: unknown }, list: string): T {
  const { data, error } = shape.safeParse(row);
  if (data !== undefined) return data;
  const faults = (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new HubError(`${list}, ${String(row.name ?? "a row without a name")}`, "shape", faults.join(", "));
}
