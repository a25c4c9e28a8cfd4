/** SQL for how a row stands to its bases, as the Hub says. */
export const relation = "baseModels.relation";

/** SQL for the repositories that a row names as base, in lower case and in the order of the row. */
export const namedKeys = "list_transform(baseModels.models, lambda parent: lower(parent.id))";

/** SQL for the other repositories that a row names as base: in lower case, each once, without itself. */
export const baseKeys = `list_distinct(list_filter(${namedKeys}, lambda key: key <> lower(id)))`;

/** Adds `relation` and `base_keys` to rows with `baseModels`. */
export function withParents(rows: string): string {
  return `SELECT *, ${relation} AS relation, ${baseKeys} AS base_keys FROM (${rows})`;
}

/** SQL for the number of bases; 0 where none is named, null where the file has no such column. */
export function baseCount(known: boolean): string {
  return known ? "coalesce(len(base_keys), 0)" : "NULL::BIGINT";
}

/** SQL for whether a row names itself as a base; false where none is named, null where the file has no such column. */
export function ownBase(known: boolean): string {
  return known ? `coalesce(list_contains(${namedKeys}, lower(id)), false)` : "NULL::BOOLEAN";
}

/** SQL for the only base of a row; null where it names none or several. */
export const onlyBase = "CASE WHEN len(base_keys) = 1 THEN base_keys[1] END";
