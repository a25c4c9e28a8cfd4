import { rawColumns } from "../hub/columns.ts";
import { identifier } from "../schema/loader.ts";
import type { SnapshotTable } from "../schema/snapshot.ts";
import { withoutCorrected } from "./corrected.ts";
import type { Tested } from "./rule.ts";

/** Types of columns that no loader reads but that rules do. */
const others: Readonly<Record<string, RegExp>> = {
  author: /^VARCHAR$/,
  trendingScore: /^(DOUBLE|FLOAT|U?(TINY|SMALL|BIG)?INT(EGER)?)$/,
};

/** Column that identifies a row. */
const keys: Readonly<Record<SnapshotTable, string>> = { models: "id", datasets: "id", daily_papers: "paper_id" };

/** SQL for what identifies a row, in lower case: the Hub ignores case; null where the file has no such column. */
export function keyOf(it: Tested): string | null {
  return usable(it, keys[it.table]) ? `lower(${identifier(keys[it.table])})` : null;
}

/** Whether the file has a column, in a type that can be measured. */
export function usable({ table, types }: Pick<Tested, "table" | "types">, column: string): boolean {
  const found = types.get(column);
  const type = rawColumns[table][column]?.type ?? others[column];
  return found !== undefined && type?.test(found) === true;
}

/** Whether rules can measure a subject in a table of which the file has all columns. */
export function readable(table: string, subject: string): boolean {
  const columns = Object.entries(rawColumns).find(([name]) => name === table)?.[1] ?? {};
  const hidden = table === "models" ? ["safetensors.total", "gguf.total"] : [];
  return subject === "key" || subject in columns || subject in others || hidden.includes(subject);
}

/**
 * SQL for a subject: a column, `key`, or `safetensors.total` and `gguf.total`; null where the file has none, or none of
 * a type that can be measured. Values that a correction replaces are null.
 */
export function valueOf(it: Tested, subject: string): string | null {
  if (subject === "key") return keyOf(it);
  const [column = ""] = /^[^.]+/.exec(subject) ?? [];
  const name = usable(it, subject) ? subject : column;
  if (!usable(it, name)) return null;
  const sql = name === subject ? identifier(subject) : inside(subject);
  return sql === null ? null : withoutCorrected(subject, sql, it.corrections);
}

function inside(subject: string): string | null {
  if (subject === "safetensors.total") return "safetensors.total";
  return subject === "gguf.total"
    ? "CASE WHEN json_valid(gguf) THEN TRY_CAST(json_extract_string(gguf, '$.total') AS DOUBLE) END"
    : null;
}

/** Subjects of a rule that the file has, with their SQL. */
export function valuesOf(it: Tested, subjects: string): { name: string; sql: string }[] {
  return subjects.split("+").flatMap((name) => {
    const sql = valueOf(it, name);
    return sql === null ? [] : [{ name, sql }];
  });
}
