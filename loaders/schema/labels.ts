/** What stands for a label that is none: script, marks of direction, emoji, endless text. */
export const malformed = "(malformed)";

/** Characters of a label, and how many it may have. */
const pattern = "[A-Za-z0-9][A-Za-z0-9._+-]{0,59}";

/** SQL for a label out of untrusted text: itself if it is well formed, null if it is null. */
export function label(sql: string): string {
  return `CASE WHEN ${sql} IS NULL THEN NULL WHEN regexp_full_match(${sql}, '${pattern}') THEN ${sql} ELSE '${malformed}' END`;
}

/** SQL for text in lower case without space around it. */
export function folded(sql: string): string {
  return `lower(trim(${sql}, e' \\t\\n\\r'))`;
}
