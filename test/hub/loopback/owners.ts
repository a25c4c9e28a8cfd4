import { readFileSync } from "node:fs";
import { csvParse } from "d3";
import type { Owner, Row } from "./content.ts";

/** Owners of rows with what they own; an organisation if the registry has one of that name, else a user. */
export function ownersOf(models: readonly Row[], datasets: readonly Row[]): ReadonlyMap<string, Owner> {
  const kinds = registered();
  const counts = { numModels: counted(models), numDatasets: counted(datasets) };
  const names = [...counts.numModels.keys(), ...counts.numDatasets.keys()];
  return new Map(
    names.map((name) => {
      const kind = (kinds.get(name.toLowerCase()) ?? "individual") === "individual" ? "user" : "org";
      const numbers = { numModels: counts.numModels.get(name) ?? 0, numDatasets: counts.numDatasets.get(name) ?? 0 };
      return [name.toLowerCase(), { name, kind, info: numbers }] as const;
    }),
  );
}

function registered(): ReadonlyMap<string, string> {
  const file = new URL("../../../data/reference/owners.csv", import.meta.url);
  const rows = csvParse(readFileSync(file, "utf8"));
  return new Map(rows.map(({ owner = "", kind = "" }) => [owner.toLowerCase(), kind]));
}

function counted(rows: readonly Row[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { author } of rows) if (typeof author === "string") counts.set(author, (counts.get(author) ?? 0) + 1);
  return counts;
}
