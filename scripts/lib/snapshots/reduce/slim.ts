import { utcDay } from "#loaders/hub/days.ts";
import { withLicence } from "#loaders/hub/licence.ts";
import { totalOf } from "#loaders/hub/size.ts";

/** SQL for a JSON object in text with these keys of another one alone; text that is no JSON stays as it is. */
export function onlyKeys(json: string, keys: readonly string[]): string {
  const members = keys.map((key) => `'"${key}":' || json_extract(${json}, '$.${key}')::VARCHAR`);
  return `CASE WHEN json_valid(${json}) THEN '{' || concat_ws(',', ${members.join(", ")}) || '}' ELSE ${json} END`;
}

/** SQL for a shorter value where a reading of both gives the same, else for the whole one. */
function whereSame(read: (sql: string) => string, shorter: string, whole: string): string {
  return `CASE WHEN ${read(shorter)} IS NOT DISTINCT FROM ${read(whole)} THEN ${shorter} ELSE ${whole} END`;
}

/** SQL for the first moment of a timestamp's day, in its own type: loaders read the day alone. */
export function firstOfDay(column: string, type: string): string {
  return whereSame(utcDay, `TRY_CAST(CAST(${column} AS DATE) AS ${type})`, column);
}

/** SQL for a GGUF header with its total alone. */
export function slimGguf(type: string): string {
  return `CAST(${whereSame(totalOf, onlyKeys("gguf", ["total"]), "gguf")} AS ${type})`;
}

/** SQL for the total of safetensors alone; null stays null. */
export const slimTensors = "CASE WHEN safetensors IS NOT NULL THEN struct_pack(total := safetensors.total) END";

/** SQL for the relation and the names of the parents, in their order; null stays null at every depth. */
export const slimParents = `CASE WHEN baseModels IS NOT NULL THEN struct_pack(
  relation := baseModels.relation,
  models := list_transform(baseModels.models, lambda m: CASE WHEN m IS NOT NULL THEN struct_pack(id := m.id) END)) END`;

const said = "struct_pack(a := licence, b := licence_from, c := licence_name)";
const helpers = "tagged, carded, licence, licence_from, licence_name";

/**
 * Rows with `tags` and `cardData` whose cards hold what is read of the licence alone. A card stays whole where the licence,
 * its place or its name would be read otherwise.
 */
export function withSlimCards(rows: string, type: string): string {
  const read = `SELECT * EXCLUDE (${helpers}), ${said} AS "said of whole", cardData AS "whole card" FROM (${withLicence(rows)})`;
  const slim = `SELECT * REPLACE (${onlyKeys("cardData", ["license", "license_name"])} AS cardData) FROM (${read})`;
  const card = `CASE WHEN ${said} IS NOT DISTINCT FROM "said of whole" THEN cardData ELSE "whole card" END`;
  return `
    SELECT * EXCLUDE ("said of whole", "whole card", ${helpers}) REPLACE (CAST(${card} AS ${type}) AS cardData)
    FROM (${withLicence(slim)})`;
}
