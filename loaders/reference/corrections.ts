import { datasets } from "../schema/datasets.ts";
import type { corrections } from "../schema/gates.ts";
import { models } from "../schema/models.ts";
import type { TableSchema } from "../schema/table.ts";
import { check, oneOf, supported } from "./checks.ts";
import type { Lines } from "./csv.ts";

const tables: Readonly<Record<string, TableSchema>> = { models, datasets };

/** Corrections: of a declared column that is no part of the key, by values that the column can hold. */
export function checkCorrections(lines: Lines<typeof corrections>, problems: string[]): void {
  check(lines, problems, (row) => {
    const schema = tables[row.table ?? ""];
    const column = schema?.columns[row.column ?? ""];
    return [
      oneOf("table", row.table, Object.keys(tables)),
      schema !== undefined && column === undefined && `column "${row.column}" is not one of ${row.table}`,
      schema?.key.includes(row.column) === true && `column "${row.column}" identifies the row and cannot be corrected`,
      column !== undefined && !holds(column.kind, row.expect) && `expect "${row.expect}" is no ${column.kind}`,
      column !== undefined && !holds(column.kind, row.value) && `value "${row.value}" is no ${column.kind}`,
      column?.nullable === false && row.value === null && `value is empty, but "${row.column}" must be known`,
      row.value === row.expect && `value is what upstream has: "${row.expect}"`,
      supported(row.reference),
    ];
  });
}

function holds(kind: string, value: string | null): boolean {
  if (value === null || kind === "text") return true;
  if (kind === "date") return /^\d{4}-\d{2}-\d{2}$/.test(value);
  if (kind === "bool") return value === "true" || value === "false";
  return (
    value.trim() !== "" && Number.isFinite(Number(value)) && (kind === "float" || Number.isSafeInteger(Number(value)))
  );
}
