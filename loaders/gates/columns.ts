import { present, rawColumns } from "../hub/columns.ts";
import { shown } from "./escape.ts";
import { decided, type Gate, type Plan, type Tested } from "./rule.ts";

/** What is asked of the columns of a file, by the subject of the rule; one line each that is wrong. */
const faults: Readonly<Record<string, (it: Tested) => string[]>> = {
  needed: ({ table, types }) =>
    Object.entries(rawColumns[table])
      .filter(([name, { absent }]) => absent === null && !types.has(name))
      .map(([name]) => `${name} is missing`),
  types: ({ table, types }) =>
    Object.entries(rawColumns[table]).flatMap(([name, { type, words }]) => {
      const found = types.get(name);
      return found === undefined || type.test(found) ? [] : [`${name} is ${shown(found)}, not ${words}`];
    }),
  kept: ({ types, before }) =>
    (before?.columns ?? []).filter((name) => !types.has(name)).map((name) => `${name} was there in ${before?.label}`),
};

/** `readable`, `needed`, `types` or `kept`: whether the file can be read, and has the columns that it must have. */
export const columns: Gate = ({ subject }, it) => {
  if (subject === "readable") return decided(true, `${it.types.size} columns`);
  if (subject === "kept" && it.before === null) return "it has no predecessor";
  return listed(it, faults[subject]?.(it) ?? []);
};

function listed({ table, types }: Tested, found: readonly string[]): Plan {
  if (found.length > 0) return decided(false, found.join("; "));
  return decided(true, `${present(table, types).columns.length} columns are read`);
}
