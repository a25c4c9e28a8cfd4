import type { Kind } from "../schema/column.ts";

/** DuckDB type that a kind is stored as. */
export const storage: Readonly<Record<Kind, string>> = {
  text: "VARCHAR",
  int: "BIGINT",
  float: "DOUBLE",
  date: "DATE",
  bool: "BOOLEAN",
};

const integers = /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/;

/** Whether a column of a DuckDB type may be stored as a kind without losing anything but width. */
export function fits(type: string, kind: Kind): boolean {
  if (kind === "int") return integers.test(type);
  if (kind === "float") return integers.test(type) || /^(DOUBLE|FLOAT|DECIMAL\(.*\))$/.test(type);
  return type === storage[kind];
}
