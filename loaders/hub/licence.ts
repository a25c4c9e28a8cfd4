import { folded, label, malformed } from "../schema/labels.ts";

/** SQL for the rest of the first tag that begins with `license:`; null when there is none. */
export const licenceTag = `substr(list_filter(tags, lambda t: starts_with(t, 'license:'))[1], 9)`;

/** SQL for what a card says of the licence, as JSON; null for a card that is missing or no JSON. */
export const licenceCard = `CASE WHEN json_valid(cardData) THEN json_extract(cardData, '$.license') END`;

/** SQL for the name that a card gives to a licence of its own; null for other, which names nothing. */
export const licenceName = `nullif(${label(folded("json_extract_string(cardData, '$.license_name')"))}, 'other')`;

/**
 * Adds `licence`, `licence_from` and `licence_name` to rows with `tags` and `cardData`: the tag first, then the card.
 *
 * A card may hold one licence or a list; a list is sorted and joined by +. The card is parsed only where there is no tag,
 * and for the name of a licence that is stated as other.
 */
export function withLicence(rows: string): string {
  const stated = `SELECT *, ${licenceTag} AS tagged FROM (${rows})`;
  const carded = `SELECT *, CASE WHEN tagged IS NULL THEN ${licenceCard} END AS carded FROM (${stated})`;
  const said = `SELECT *, CASE WHEN tagged IS NULL THEN ${fromCard("carded")} ELSE ${label(folded("tagged"))} END AS licence FROM (${carded})`;
  return `
    SELECT *, CASE WHEN licence IS NULL THEN NULL WHEN tagged IS NULL THEN 'card' ELSE 'tag' END AS licence_from,
      CASE WHEN licence = 'other' THEN CASE WHEN json_valid(cardData) THEN ${licenceName} END END AS licence_name
    FROM (${said})`;
}

function fromCard(json: string): string {
  const one = folded(`${json} ->> '$'`);
  return `CASE json_type(${json})
    WHEN 'VARCHAR' THEN CASE WHEN ${one} <> '' THEN ${label(one)} END
    WHEN 'ARRAY' THEN nullif(array_to_string(list_sort(list_distinct(list_transform(
      json_extract(${json}, '$[*]'), lambda e: CASE WHEN json_type(e) = 'VARCHAR' THEN ${label(folded("(e ->> '$')"))} ELSE '${malformed}' END
    ))), '+'), '')
    WHEN 'NULL' THEN NULL
    ELSE CASE WHEN ${json} IS NOT NULL THEN '${malformed}' END END`;
}
