import { unknownPlace } from "#kit/places.ts";
import { type End, endsOf, type LineageRow, type Reach } from "./ends.ts";
import type { Population } from "./population.ts";
import { models } from "./reuploaders.ts";

/** Places that figures tell apart; the others stand together. */
export const apart = ["US", "CN", "FR"] as const;

/** Where models come from: a place that is told apart, another one, a copy of unknown origin, or not known. */
export const origins = [...apart, "elsewhere", "copy", unknownPlace] as const;

export type Origin = (typeof origins)[number];

/** The place of the publisher of a base; re-uploaders have copied it from somewhere. */
export function originOf(
  { owner }: End,
  { publishers, reuploaders: copies }: Pick<Population, "publishers" | "reuploaders">,
): Origin {
  if (copies.has(owner)) return "copy";
  const place = publishers.place(owner);
  if (place === null) return unknownPlace;
  return apart.find((one) => one === place) ?? "elsewhere";
}

/** Models of rows by the place of what they build on, in equal parts where it is several. */
export function byOrigin(rows: readonly LineageRow[], reach: Reach, population: Population): Map<Origin, number> {
  const sums = new Map<Origin, number>(origins.map((origin) => [origin, 0]));
  for (const row of rows) {
    const ends = endsOf(row, reach);
    if (ends.length === 0) sums.set(unknownPlace, (sums.get(unknownPlace) ?? 0) + row.models);
    for (const end of ends) {
      const origin = originOf(end, population);
      sums.set(origin, (sums.get(origin) ?? 0) + row.models / ends.length);
    }
  }
  return sums;
}

/** Fewest models of the organisations of a place of which shares are told. */
export const fewest = 40;

/** Rows of organisations by their place; individuals, re-uploaders and namespaces without a place are left out. */
export function byPublisher(population: Population): Map<string, LineageRow[]> {
  const { rows, publishers, reuploaders: copies } = population;
  const groups = Map.groupBy(
    rows.filter(({ owner }) => publishers.kind(owner) !== "individual" && !copies.has(owner)),
    ({ owner }) => publishers.place(owner) ?? unknownPlace,
  );
  groups.delete(unknownPlace);
  return new Map([...groups].sort(([a, x], [b, y]) => models(y) - models(x) || (a < b ? -1 : 1)));
}
