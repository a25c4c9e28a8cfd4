import type { Engine } from "../engine/engine.ts";
import { present } from "../hub/columns.ts";
import { usable } from "./column.ts";
import { days as counted, shown } from "./escape.ts";
import type { Tested } from "./rule.ts";

/** Types of weights that the struct of safetensors is known to name, two of them made up by their uploaders. */
const dtypes = new Set([
  ...["BF16", "F32", "F16", "F64", "F8_E4M3", "F8_E5M2", "F8_E8M0", "F6_E2M3", "C64"],
  ...["I64", "I32", "I16", "I8", "U64", "U32", "U16", "U8", "BOOL", "miku", "fastllm"],
]);

/** What a reader should know of a file and no rule refuses: new columns, new types of weights, a day far from the label. */
export async function notesOf(engine: Engine, it: Tested): Promise<string[]> {
  return [...newColumns(it), ...(await newDtypes(engine, it)), ...labelled(it)];
}

function newColumns({ table, types, before }: Tested): string[] {
  if (before === null) return [];
  const known = new Set([...before.columns, ...before.unread]);
  const names = present(table, types)
    .unread.map((name) => shown(name))
    .filter((name) => !known.has(name));
  return names.length === 0 ? [] : [`${table}: new columns that nothing reads: ${names.join(", ")}`];
}

async function newDtypes(engine: Engine, it: Tested): Promise<string[]> {
  if (!usable(it, "safetensors") || !/\bparameters"? STRUCT\(/.test(it.types.get("safetensors") ?? "")) return [];
  const { rows } = await engine.query(
    `SELECT unnest(json_keys(to_json(safetensors.parameters))) FROM (FROM ${it.rows} WHERE safetensors.parameters IS NOT NULL LIMIT 1)`,
  );
  const names = rows.map(([name]) => String(name)).filter((name) => !dtypes.has(name));
  return names.length === 0
    ? []
    : [`${it.table}: new types of weights: ${names.map((name) => shown(name)).join(", ")}`];
}

function labelled({ table, origin: { label, observed_on } }: Tested): string[] {
  const days = Math.round((Date.parse(observed_on) - Date.parse(label)) / 86_400_000);
  if (table !== "models" || days === 0) return [];
  return [
    `labelled ${label}, but its rows speak of ${observed_on}, ${counted(Math.abs(days))} ${days < 0 ? "earlier" : "later"}`,
  ];
}
