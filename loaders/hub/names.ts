/** What stands for the namespace of an id without a slash, such as `gpt2` in old snapshots. */
export const noOwner = "(none)";

/** SQL for the namespace of an id. */
export function ownerOf(id: string): string {
  return `CASE WHEN contains(${id}, '/') THEN split_part(${id}, '/', 1) ELSE '${noOwner}' END`;
}

/** SQL for the name of an id after its slash. */
export function nameOf(id: string): string {
  return `CASE WHEN contains(${id}, '/') THEN split_part(${id}, '/', 2) ELSE ${id} END`;
}
