import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { check } from "./reference/checks.ts";
import { type Lines, parseLines } from "./reference/csv.ts";
import { errata } from "./schema/errata.ts";
import { raise } from "./schema/errors.ts";

/** Rows of the registry of errata, each with its line. */
export type Errata = Lines<typeof errata>;

/**
 * Reads the errata of all editions; none where the folder has no such file.
 *
 * Throws one `DataError` that lists every problem as `file:line: message`.
 */
export async function readErrata(dir: string): Promise<Errata> {
  const file = `${errata.name}.csv`;
  const text = await readFile(join(dir, file), "utf8").catch(() => null);
  if (text === null) return { file, rows: [], lines: [] };
  const problems: string[] = [];
  const lines = parseLines(text, errata, file, problems);
  check(lines, problems, ({ was, is, cause }) => [
    was === is && `was and is are both "${was}"; an erratum says what the number should have been`,
    cause !== null && !/\s.*\.$/.test(cause) && `cause "${cause}" is no sentence: say why the number was wrong`,
  ]);
  raise("errata", problems);
  return lines;
}
