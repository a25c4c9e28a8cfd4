/** What a name of a repository looks like: owner/name. "None", "undefined" and names without an owner are none. */
const repository = "[^/\\s]+/[^/\\s]+";

/** SQL for how a document stands to its bases: the first tag `base_model:<relation>:…` says it. */
export const relation = `regexp_extract(
  list_filter(tags, lambda tag: regexp_matches(tag, '^base_model:(finetune|adapter|quantized|merge):'))[1],
  '^base_model:([a-z]+):', 1)`;

/** SQL for what `base_model` names, in lower case and in its order; not all of it need be a repository. */
export const namedKeys = "list_transform(string_split(coalesce(base_model, ''), ', '), lambda base: lower(trim(base)))";

/**
 * SQL for the other repositories that `base_model` names, in lower case, each once.
 *
 * It is one text: several are joined by ", ". What is not owner/name is dropped; owners are written in any case.
 */
export const baseKeys = `list_distinct(list_filter(
  ${namedKeys}, lambda key: regexp_full_match(key, '${repository}') AND key <> lower(id)
))`;

/** SQL for whether `base_model` names the document itself. */
export const ownBase = `list_contains(${namedKeys}, lower(id))`;

/** Adds `relation` and `base_keys` to documents. */
export function withParents(documents: string): string {
  return `SELECT *, ${relation} AS relation, ${baseKeys} AS base_keys FROM (${documents})`;
}
