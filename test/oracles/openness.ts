import { licenceOf, ownerOf, type RawModel } from "./hub.ts";
import { type RawRadar, radarLicence } from "./radar.ts";
import { csv } from "./sovereignty-shares.ts";

/** A model with what the chapter asks of it, out of either listing. */
export interface Asked {
  readonly owner: string;
  /** Lower case; null for none. */
  readonly licence: string | null;
  /** Name that a card gives to a licence stated as other; empty for none. */
  readonly name: string;
  readonly downloads: number;
  readonly tags: readonly string[];
}

/** Rows of the sample of hub-stats. */
export function askedOfHub(rows: readonly RawModel[]): Asked[] {
  return rows.map((row) => {
    const { licence } = licenceOf(row);
    const card = row.cardData === null ? {} : JSON.parse(row.cardData);
    const stated = licence === "other" && typeof card.license_name === "string" ? card.license_name : "";
    const name = stated.trim().toLowerCase();
    return { owner: ownerOf(row.id), licence, name, downloads: Number(row.downloads), tags: row.tags };
  });
}

/** Documents of HF//RADAR. */
export function askedOfRadar(rows: readonly RawRadar[]): Asked[] {
  return rows.map((row) => {
    const licence = radarLicence(row);
    const name = licence === "other" ? (row.license ?? "").toLowerCase() : "";
    return { owner: row.author, licence, name, downloads: row.downloads_30d, tags: row.tags };
  });
}

/** Family of each licence in the registry. */
export function registered(text: string): Map<string, string> {
  const [header = [], ...lines] = csv(text);
  const [licence, family] = [header.indexOf("licence"), header.indexOf("family")];
  return new Map(lines.map((line) => [line[licence] ?? "", line[family] ?? ""]));
}

/** Family of a model; names that fewer than five models give are not read. */
export function familyOf(
  one: Asked,
  registry: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, number>,
): string {
  if (one.licence === null) return "none";
  if (one.licence === "other") return (names.get(one.name) ?? 0) >= 5 ? (registry.get(one.name) ?? "other") : "other";
  const whole = registry.get(one.licence);
  if (whole !== undefined) return whole;
  const parts = new Set(one.licence.split("+").map((part) => registry.get(part) ?? "other"));
  return parts.size === 1 ? ([...parts][0] ?? "other") : "several";
}

/** How many models give each name. */
export function nameCounts(rows: readonly Asked[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of rows) if (name !== "") counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Part of the rows that holds, in models and in downloads. */
export function parts<T extends { readonly downloads: number }>(rows: readonly T[], holds: (row: T) => boolean) {
  let [models, downloads, allModels, allDownloads] = [0, 0, 0, 0];
  for (const row of rows) {
    allModels += 1;
    allDownloads += row.downloads;
    if (!holds(row)) continue;
    models += 1;
    downloads += row.downloads;
  }
  return { models: models / allModels, downloads: downloads / allDownloads };
}
