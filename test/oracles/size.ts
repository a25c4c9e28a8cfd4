import type { RawModel } from "./hub.ts";
import { type Size, sizesOf } from "./hub-sizes.ts";
import type { RawRadar } from "./radar.ts";

/** A model with what the chapter asks of it, out of either listing. */
export interface Asked {
  readonly id: string;
  readonly parameters: number | null;
  readonly from: string | null;
  readonly downloads: number;
  readonly lifetime: number;
}

/** Rows of the sample of hub-stats, sized by the ladder; some sizes may be given by hand. */
export function askedOfHub(rows: readonly RawModel[], byHand: ReadonlyMap<string, Size>): Asked[] {
  const sizes = sizesOf(rows, byHand);
  return rows.map((row) => {
    const { parameters, from } = sizes.get(row.id.toLowerCase()) ?? { parameters: null, from: null };
    const [downloads, lifetime] = [Number(row.downloads), Number(row.downloadsAllTime)];
    return { id: row.id, parameters, from, downloads, lifetime };
  });
}

/** Documents of HF//RADAR; a size of 0 is unknown. */
export function askedOfRadar(rows: readonly RawRadar[]): Asked[] {
  return rows.map((row) => ({
    ...{ id: row.id, parameters: row.parameters || null, from: row.parameters ? "stated" : null },
    ...{ downloads: row.downloads_30d, lifetime: 0 },
  }));
}

/** A size and how much it weighs. */
export type Pair = readonly [size: number, weight: number];

/** Known sizes with their weights, and the weight of those that are not known. */
export function split(rows: readonly Asked[], weight: (row: Asked) => number): { known: Pair[]; missing: number } {
  const known: Pair[] = [];
  let missing = 0;
  for (const row of rows) {
    if (row.parameters === null) missing += weight(row);
    else known.push([row.parameters, weight(row)]);
  }
  return { known, missing };
}

/** Mean by weight. */
export function mean(pairs: readonly Pair[]): number {
  let [top, bottom] = [0, 0];
  for (const [size, weight] of pairs) [top, bottom] = [top + size * weight, bottom + weight];
  return top / bottom;
}

/** The smallest size at which the weight passed reaches a part of all, counted up one by one. */
export function quantile(pairs: readonly Pair[], part: number): number {
  const ordered = [...pairs].filter(([, weight]) => weight > 0).sort((a, b) => a[0] - b[0]);
  let whole = 0;
  for (const [, weight] of ordered) whole += weight;
  let passed = 0;
  for (const [size, weight] of ordered) {
    passed += weight;
    if (passed >= part * whole) return size;
  }
  return Number.NaN;
}

/** The median when everything missing has one size, tiny or huge. */
export function medianWith(pairs: readonly Pair[], missing: number, size: number): number {
  return quantile([...pairs, [size, missing]], 0.5);
}

/** Mean without a part of the list at each end; the models at the border count for what is left of them. */
export function trimmed(sizes: readonly number[], part: number): number {
  const ordered = [...sizes].sort((a, b) => a - b);
  const off = part * ordered.length;
  const border = Math.floor(off);
  let sum = 0;
  for (const [i, one] of ordered.entries()) {
    const rank = Math.min(i, ordered.length - 1 - i);
    if (rank === border) sum += one * (1 - (off - border));
    if (rank > border) sum += one;
  }
  return sum / (ordered.length - 2 * off);
}

/** Part of the weight that goes to sizes that hold. */
export function part(pairs: readonly Pair[], holds: (size: number) => boolean): number {
  let [own, all] = [0, 0];
  for (const [size, weight] of pairs) {
    all += weight;
    if (holds(size)) own += weight;
  }
  return own / all;
}

/** Active parameters that a name states after an A: 30B-A3B has 3 billion; null where none is. */
export function activeInName(id: string): number | null {
  const name = id.slice(id.indexOf("/") + 1).toLowerCase();
  for (let at = 0; at < name.length; at += 1) {
    if (at > 0 && /[a-z0-9.]/.test(name[at - 1] ?? "")) continue;
    const found = /^a(\d+(?:\.\d+)?)([mb])(?![a-z0-9])/.exec(name.slice(at));
    if (found !== null) return Math.round(Number(found[1]) * (found[2] === "b" ? 1e9 : 1e6));
  }
  return null;
}
