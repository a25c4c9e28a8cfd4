import { lines } from "../parts/families.ts";
import type { ModelFacts, Statistics, TruthTable } from "./facts.ts";
import { Tally } from "./tally.ts";

const offered = ["models", "downloads_30d", "sized", "safetensors", "gguf"];
const built = ["derivatives", "quantised", "gguf", "downloads_30d"];

/** What each family offers and what others build on it, in the newest snapshot. */
export function builders(): Statistics {
  let day = "";
  let tallies = made();
  return {
    begin: ({ observedOn }) => {
      day = observedOn;
      tallies = made();
    },
    model: (row) => {
      tallies.models += 1;
      if (row.family !== null) own(tallies, row.family, row);
      for (const family of builtOn(row)) {
        const { downloads, relation, tags } = row;
        tallies.built.add([family], [1, Number(relation === "quantized"), Number(tags.includes("gguf")), downloads]);
      }
    },
    tables: () => [familyModels(tallies, day), familyLicences(tallies, day), familyDerivatives(tallies, day)],
  };
}

function made() {
  return {
    models: 0,
    offered: new Tally("builders/family-models", ["family"], offered),
    licences: new Tally("builders/family-licences", ["family", "licence", "licence_name"], ["models"]),
    built: new Tally("builders/family-derivatives", ["family"], built),
    sizes: new Map<string, number[]>(),
  };
}

type Tallies = ReturnType<typeof made>;

function own(tallies: Tallies, family: string, row: ModelFacts): void {
  const [safetensors, gguf] = ["safetensors", "gguf"].map((tag) => Number(row.tags.includes(tag))) as [number, number];
  const { parameters } = row.ownSize;
  const sizes = tallies.sizes.get(family) ?? [];
  if (parameters !== null) sizes.push(parameters);
  tallies.sizes.set(family, sizes);
  tallies.offered.add([family], [1, row.downloads, Number(parameters !== null), safetensors, gguf]);
  tallies.licences.add([family, row.licence, row.licenceName], [1]);
}

/** Families of others that a model names as base, each once. */
function builtOn({ bases, owner }: ModelFacts): string[] {
  const publisher = owner.registered.toLowerCase();
  const families = bases.flatMap(({ family }) => (family === null ? [] : [family]));
  return [...new Set(families)].filter((family) => !lines[family]?.includes(publisher));
}

function familyModels({ offered: tally, sizes }: Tallies, day: string): TruthTable {
  const { name, key, columns, rows } = tally.table();
  const spread = ["observed_on", "parameters_least", "parameters_median", "parameters_most"];
  const spreadOf = (family: string) => {
    const all = (sizes.get(family) ?? []).toSorted((a, b) => a - b);
    return [all[0] ?? null, all[Math.ceil(all.length / 2) - 1] ?? null, all.at(-1) ?? null];
  };
  return {
    ...{ name, key, columns: [...columns, ...spread] },
    rows: rows.map((row) => [...row, day, ...spreadOf(String(row[0]))]),
  };
}

function familyLicences({ licences }: Tallies, day: string): TruthTable {
  const { name, key, columns, rows } = licences.table();
  return { name, key, columns: [...columns, "observed_on"], rows: rows.map((row) => [...row, day]) };
}

/** Every family, also those that nobody builds on. */
function familyDerivatives({ built: tally, models }: Tallies, day: string): TruthTable {
  const { name, key, columns, rows } = tally.table();
  const none = Object.keys(lines).filter((family) => !rows.some((row) => row[0] === family));
  const all = [...rows, ...none.map((family) => [family, 0, 0, 0, null])];
  return { name, key, columns: [...columns, "observed_on", "models"], rows: all.map((row) => [...row, day, models]) };
}
