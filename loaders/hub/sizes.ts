import type { DerivedLoader } from "../schema/loader.ts";
import { models } from "../schema/models.ts";
import { sizes } from "../schema/sizes.ts";
import { daysOf, type HubFiles } from "./files.ts";
import { packedBelow, quantised } from "./size.ts";

/**
 * Sizes of models, with those of their parents.
 *
 * A finetuned or quantised model with a single base has the size of that base if it says nothing itself; a quantised one
 * also if its stored total is too small for the base's, which proves that it is packed. Adapters and merges take nothing.
 */
export function sizesLoader(source: string, find: HubFiles): DerivedLoader {
  return {
    source,
    table: sizes,
    from: [models],
    derive: (name, files) => daysOf(find(files), "models").map((day) => ({ day, sql: query(name(models, day)) })),
  };
}

function query(table: string): string {
  const doubtful = `parameters_from = 'safetensors' AND ${quantised("relation", "name")}`;
  const asks = `relation IN ('finetune', 'quantized') AND (parameters IS NULL OR (${doubtful}))`;
  const child = `
    SELECT source, platform, repo_key, owner, observed_on, parameters, parameters_from, downloads_30d,
      CASE WHEN ${asks} THEN base_key END AS parent_key
    FROM ${table}`;
  const parent = `SELECT repo_key AS parent_key, parameters AS of_parent FROM ${table} WHERE parameters IS NOT NULL`;
  const packed = `parameters < ${packedBelow} * of_parent`;
  return `
    SELECT source, platform, repo_key, owner, observed_on,
      CASE WHEN ${packed} OR parameters IS NULL THEN coalesce(of_parent, parameters) ELSE parameters END AS parameters,
      CASE
        WHEN ${packed} THEN 'parent-over-packed'
        WHEN parameters IS NULL AND of_parent IS NOT NULL THEN 'parent'
        ELSE parameters_from
      END AS parameters_from,
      downloads_30d
    FROM (${child}) LEFT JOIN (${parent}) USING (parent_key)`;
}
