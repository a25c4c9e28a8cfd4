import { licenceFamilies, type licences } from "../schema/licences.ts";
import { check, earned, oneOf } from "./checks.ts";
import type { Lines } from "./csv.ts";

/** Licences: lower case as in canonical tables, a known family, and a confidence that a source earns. */
export function checkLicences(lines: Lines<typeof licences>, problems: string[]): void {
  check(lines, problems, (row) => [
    row.licence !== row.licence?.toLowerCase() && `licence "${row.licence}" must be lower case, as tables have it`,
    oneOf("family", row.family, licenceFamilies),
    ...earned(row),
  ]);
}
