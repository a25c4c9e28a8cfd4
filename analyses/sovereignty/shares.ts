import { type ColumnTable, desc, escape, op } from "arquero";
import { unknownPlace } from "#kit/places.ts";
import type { Placing } from "./placing.ts";

/** Downloads of one country or region on one crawl. */
export interface PlaceShare {
  readonly observed_on: string;
  readonly place: string;
  readonly downloads: number;
  /** Downloads of all owners of that crawl, unknown included. */
  readonly whole: number;
  readonly unknown: number;
  /** Namespaces behind the downloads. */
  readonly namespaces: number;
  /** Models counted on that crawl, those of all places. */
  readonly models: number;
}

/** Which downloads of the owner table to add up. */
export type Measure = "downloads_30d" | "curated_downloads_30d";

const listing = { downloads_30d: "models", curated_downloads_30d: "curated_models" } as const;

/** Downloads by place and crawl, largest first within a crawl. */
export function byPlace(owners: ColumnTable, placing: Placing, measure: Measure = "downloads_30d"): PlaceShare[] {
  const rows = owners
    .derive({
      place: escape((row: { owner: string }) => placing(row.owner)),
      counted: escape((row: Record<Measure, number>) => row[measure]),
      listed: escape((row: Record<"models" | "curated_models", number>) => row[listing[measure]]),
    })
    .groupby("observed_on", "place")
    .rollup({ downloads: op.sum("counted"), namespaces: op.sum("namespaces"), listed: op.sum("listed") })
    .groupby("observed_on")
    .derive({ whole: op.sum("downloads"), models: op.sum("listed") })
    .ungroup()
    .orderby("observed_on", desc("downloads"), "place")
    .select("observed_on", "place", "downloads", "whole", "namespaces", "models")
    .objects() as Omit<PlaceShare, "unknown">[];
  const unknown = new Map(
    rows.filter(({ place }) => place === unknownPlace).map((row) => [row.observed_on, row.downloads]),
  );
  return rows.map((row) => ({ ...row, unknown: unknown.get(row.observed_on) ?? 0 }));
}

/** The row of a place on a crawl; zero downloads when the place has none. */
export function at(shares: readonly PlaceShare[], day: string, place: string): PlaceShare {
  const same = shares.filter((row) => row.observed_on === day);
  const found = same.find((row) => row.place === place);
  if (found !== undefined) return found;
  const [any] = same;
  if (any === undefined) throw new Error(`no crawl on ${day}`);
  return { ...any, place, downloads: 0, namespaces: 0 };
}

/** A place's share of the downloads of a crawl, as a fraction. */
export function fraction(shares: readonly PlaceShare[], day: string, place: string): number {
  const { downloads, whole } = at(shares, day, place);
  return downloads / whole;
}

/** Days of all crawls, first to last. */
export function days(shares: readonly PlaceShare[]): string[] {
  return [...new Set(shares.map((row) => row.observed_on))].sort();
}

/** On how many crawls place `a` lies above place `b`. */
export function crawlsAhead(shares: readonly PlaceShare[], a: string, b: string): number {
  return days(shares).filter((day) => at(shares, day, a).downloads > at(shares, day, b).downloads).length;
}

/** Crawls on which place `a` lies above place `b` after lying below it on the crawl before. */
export function crossings(shares: readonly PlaceShare[], a: string, b: string): string[] {
  const ahead = days(shares).map((day) => ({ day, over: at(shares, day, a).downloads > at(shares, day, b).downloads }));
  return ahead.filter(({ over }, i) => over && ahead[i - 1]?.over === false).map(({ day }) => day);
}
