import type { owners } from "../schema/owners.ts";
import type { alternatives, renames } from "../schema/reference.ts";
import { confidences, kinds, platforms } from "../schema/vocabulary.ts";
import { check, country, oneOf, supported } from "./checks.ts";
import type { Lines } from "./csv.ts";

/** Owners: known words, a URL or `unsourced`, and nothing personal about individuals. */
export function checkOwners(lines: Lines<typeof owners>, problems: string[]): void {
  check(lines, problems, (row) => [
    oneOf("kind", row.kind, kinds),
    oneOf("confidence", row.confidence, confidences),
    country(row.country),
    supported(row.source),
    row.kind === "individual" &&
      row.display_name !== null &&
      `display_name must be empty for the individual ${row.owner}`,
    row.kind === "individual" && row.country !== null && `country must be empty for the individual ${row.owner}`,
    row.kind !== "individual" &&
      row.country === null &&
      `country is empty for ${row.owner}; write ZZ where it is unknown`,
  ]);
}

/** Alternatives: known words, and owners that the registry has under the same spelling. */
export function checkAlternatives(
  lines: Lines<typeof alternatives>,
  registry: Lines<typeof owners>,
  problems: string[],
): void {
  const known = new Set(registry.rows.map(({ owner }) => owner));
  check(lines, problems, (row) => [
    !known.has(row.owner) && `owner "${row.owner}" has no row in ${registry.file}`,
    oneOf("kind", row.kind, kinds),
    country(row.country),
    supported(row.source),
  ]);
}

/** Renames: known platforms, and two different names. */
export function checkRenames(lines: Lines<typeof renames>, problems: string[]): void {
  check(lines, problems, (row) => [
    oneOf("platform", row.platform, platforms),
    row.old === row.new && `old and new are both "${row.old}"`,
    supported(row.source),
  ]);
}
