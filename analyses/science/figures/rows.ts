export { above, type RowsOptions, rowChart, words } from "#kit/rows.ts";

/** Spells the id of a domain for a label: earth-science is earth science. */
export function spell(domain: string): string {
  return domain.replaceAll("-", " ");
}
