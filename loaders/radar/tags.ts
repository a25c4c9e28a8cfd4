import { ownerOf } from "../hub/names.ts";
import { eachOnce } from "./documents.ts";

/** Query for the tags of documents, each once; ids that differ by case alone are one model here. */
export function tagRows(documents: string, day: string): string {
  return `
    SELECT
      'radar' AS source,
      'huggingface' AS platform,
      'model' AS kind,
      lower(id) AS repo_key,
      ${ownerOf("id")} AS owner,
      DATE '${day}' AS observed_on,
      unnest(list_distinct(tags)) AS tag,
      downloads_30d
    FROM (${eachOnce(documents)})`;
}
