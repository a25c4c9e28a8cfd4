import type { families } from "../schema/families.ts";
import type { owners } from "../schema/owners.ts";
import { check, earned } from "./checks.ts";
import type { Lines } from "./csv.ts";

/** Families: namespaces that the registry of owners knows, a pattern that can match, and a confidence that a source earns. */
export function checkFamilies(lines: Lines<typeof families>, known: Lines<typeof owners>, problems: string[]): void {
  const names = new Set(known.rows.map(({ owner }) => owner));
  check(lines, problems, (row) => [
    ...(row.owners ?? "")
      .split("+")
      .map((owner) => !names.has(owner) && `owner "${owner}" of ${row.family} has no row in owners.csv`),
    !matchable(row.pattern ?? "") && `pattern "${row.pattern}" of ${row.family} is no expression in lower case`,
    ...earned(row),
  ]);
}

function matchable(pattern: string): boolean {
  try {
    return new RegExp(pattern).source !== "(?:)" && pattern === pattern.toLowerCase();
  } catch {
    return false;
  }
}
