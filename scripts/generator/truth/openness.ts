import type { Moment } from "../parts/calendar.ts";
import { unregistered } from "../parts/owners.ts";
import { isoDay } from "./dates.ts";
import type { Cell, ModelFacts, Statistics, TruthTable } from "./facts.ts";
import { Tally } from "./tally.ts";

/** Names of licences that fewer models than this give are pooled. */
const rare = 5;
const pool = "(rare)";
const several = ["image-text-to-text", "any-to-any"];
const months = { from: "2026-01-01", until: "2026-07-31" };

const modelKey = ["observed_on", "owner", "licence", "licence_name", "size", "reach", "gated", "removed"];
const propertyKey = [
  ...["observed_on", "reach", "safetensors", "gguf", "names_dataset"],
  ...["quantised", "multimodal", "mixture"],
];
const releaseKey = ["observed_on", "owner", "licence", "licence_name"];
const measures = ["models", "downloads_30d"];

/** Licences, gates and properties of the models of the newest snapshot, and its large models of some months. */
export function openness(): Statistics {
  let day = "";
  let tallies = made();
  return {
    begin: ({ observedOn }: Moment) => {
      day = observedOn;
      tallies = made();
    },
    model: (row) => {
      const { licensed, properties, releases, names } = tallies;
      const { licence, licenceName: name, downloads } = row;
      const owner = row.owner.registered;
      if (name !== null) names.set(name, (names.get(name) ?? 0) + 1);
      licensed.add([day, owner, licence, name, sizeOf(row), reachOf(row), row.gated, null], [1, downloads]);
      properties.add([day, ...propertiesOf(row)], [1, downloads]);
      if (owner !== unregistered && isLargeRelease(row)) releases.add([day, owner, licence, name], [1]);
    },
    tables: () => {
      const { licensed, properties, releases, names } = tallies;
      return [pooled(licensed.table(), names), properties.table(), releases.table()];
    },
  };
}

function made() {
  return {
    licensed: new Tally("openness/licensed-models", modelKey, measures),
    properties: new Tally("openness/model-properties", propertyKey, measures),
    releases: new Tally("openness/large-releases", releaseKey, ["models"]),
    names: new Map<string, number>(),
  };
}

/** The table with the names of few models under one word. */
function pooled({ name, key, rows }: TruthTable, names: ReadonlyMap<string, number>): TruthTable {
  const tally = new Tally(name, key, measures);
  const place = key.indexOf("licence_name");
  for (const row of rows) {
    const called = row[place] ?? null;
    const few = called !== null && (names.get(String(called)) ?? 0) < rare;
    tally.add(row.slice(0, key.length).with(place, few ? pool : called), row.slice(key.length).map(Number));
  }
  return tally.table();
}

function propertiesOf(row: ModelFacts): Cell[] {
  const [safetensors, gguf] = ["safetensors", "gguf"].map((tag) => row.tags.includes(tag)) as [boolean, boolean];
  const dataset = row.tags.some((tag) => tag.startsWith("dataset:"));
  const multimodal = row.task === null ? null : several.includes(row.task);
  return [reachOf(row), safetensors, gguf, dataset, row.relation === "quantized", multimodal, row.mixture];
}

function isLargeRelease({ createdOn, ownSize: { parameters } }: ModelFacts): boolean {
  if (createdOn === null || parameters === null || parameters <= 20e9) return false;
  return isoDay(createdOn) >= months.from && isoDay(createdOn) <= months.until;
}

function reachOf({ downloads }: ModelFacts): string {
  if (downloads === 0) return "none";
  return downloads < 1000 ? "some" : "many";
}

function sizeOf({ ownSize: { parameters } }: ModelFacts): string {
  if (parameters === null) return "unknown";
  if (parameters < 1e9) return "under 1B";
  return parameters <= 20e9 ? "1B to 20B" : "above 20B";
}
