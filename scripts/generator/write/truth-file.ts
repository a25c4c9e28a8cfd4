import { closeSync, openSync, writeSync } from "node:fs";
import type { HubOptions } from "../options.ts";
import type { TruthTable } from "../truth/facts.ts";

/** Writes the truth table by table, so that no text of all of it is needed. */
export function writeTruth(path: string, options: HubOptions, tables: readonly TruthTable[]): void {
  const file = openSync(path, "w");
  writeSync(file, `{"options":${JSON.stringify({ ...options, owners: options.owners.length })},\n"tables":{`);
  tables.forEach(({ name, key, columns, rows }, i) => {
    writeSync(
      file,
      `${i === 0 ? "" : ","}\n${JSON.stringify(name)}:{"key":${JSON.stringify(key)},"columns":${JSON.stringify(columns)},"rows":[`,
    );
    for (let at = 0; at < rows.length; at += 10_000)
      writeSync(file, `${at === 0 ? "" : ","}${JSON.stringify(rows.slice(at, at + 10_000)).slice(1, -1)}`);
    writeSync(file, "]}");
  });
  writeSync(file, "\n}}\n");
  closeSync(file);
}
