import { atFloor, createdOn, utcDay } from "../hub/days.ts";
import { withLicence } from "../hub/licence.ts";
import { nameOf, ownerOf } from "../hub/names.ts";
import { label } from "../schema/labels.ts";
import { ownBase, withParents } from "./parents.ts";

/**
 * Query for a row a document, 15,904 in the edition at hand: models that the Hub has lost are rows too, with `removed`.
 *
 * - Ids that differ by case alone are rows of their own, as the source has them; `repo_key` is the same.
 * - `parameters` of 0 is unknown. Jokes (2.0e16 and 1.2e15) and stray tensors (1, 16) stay, since the files do say so.
 * - The tag `license:` wins over `license`, as for files of the Hub; where it says other, `license` is the name.
 *   `license_family`, which takes none and unclassed for one, is not read.
 * - A gate is a truth value: how access is given is unknown. A change before creation is no date.
 */
export function modelRows(documents: string, day: string): string {
  const carded = `SELECT *, json_object('license', license, 'license_name', license)::VARCHAR AS cardData FROM (${documents})`;
  return `
    SELECT
      'radar' AS source,
      'huggingface' AS platform,
      id AS repo,
      lower(id) AS repo_key,
      ${ownerOf("id")} AS owner,
      ${nameOf("id")} AS name,
      DATE '${day}' AS observed_on,
      DATE '${day}' - 30 AS window_start,
      downloads_30d,
      likes,
      ${createdOn("created_at")} AS created_on,
      ${atFloor("created_at")} AS at_floor,
      CASE WHEN updated_at >= created_at THEN ${utcDay("updated_at")} END AS modified_on,
      CASE gated WHEN true THEN 'asked' WHEN false THEN 'none' END AS gated,
      removed,
      licence,
      licence_from,
      licence_name,
      ${label("pipeline_tag")} AS pipeline_tag,
      ${label("library")} AS library,
      nullif(relation, '') AS relation,
      len(base_keys) AS bases,
      CASE WHEN len(base_keys) = 1 THEN base_keys[1] END AS base_key,
      ${ownBase} AS own_base,
      nullif(parameters, 0) AS parameters,
      CASE WHEN parameters > 0 THEN 'stated' END AS parameters_from
    FROM (${withLicence(withParents(carded))})`;
}
