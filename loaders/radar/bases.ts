import { ownerOf } from "../hub/names.ts";
import { eachOnce } from "./documents.ts";
import { namedKeys, withParents } from "./parents.ts";

/** Query for the bases that documents name, a row for each; ids that differ by case alone are one model here. */
export function baseRows(documents: string, day: string): string {
  const pairs = `
    SELECT id, downloads_30d, nullif(relation, '') AS relation, ${namedKeys} AS named, unnest(base_keys) AS base_key
    FROM (${withParents(eachOnce(documents))})`;
  return `
    SELECT
      'radar' AS source,
      'huggingface' AS platform,
      lower(id) AS repo_key,
      ${ownerOf("id")} AS owner,
      DATE '${day}' AS observed_on,
      relation,
      base_key,
      ${ownerOf("base_key")} AS base_owner,
      list_position(named, base_key) AS place,
      lower(${ownerOf("id")}) = ${ownerOf("base_key")} AS same_owner,
      downloads_30d
    FROM (${pairs})`;
}
