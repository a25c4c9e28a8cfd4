import { pick, stream, weighted } from "./draw.ts";
import type { Owners } from "./owners.ts";
import type { Population } from "./population.ts";
import { at } from "./population.ts";
import * as sample from "./sample.ts";

/** What models are to their bases by number, as often as in the sample. */
export function relationsOf(seed: number): (i: number) => string | null {
  const unit = stream(seed, "relation");
  const relation = weighted<string | null>(sample.relations);
  return (i) => relation(unit(i));
}

/** How many bases each model lists. */
export function baseCounts(seed: number, relation: (i: number) => string | null): (i: number) => number {
  const unit = stream(seed, "bases");
  const merged = weighted(sample.mergedBases);
  return (i) => (relation(i) === null ? 0 : relation(i) === "merge" ? merged(unit(i)) : 1);
}

/** Models that others are made from: the popular ones and a few of every other kind. */
export class Candidates {
  readonly #all: readonly number[];
  readonly #byOwner: ReadonlyMap<number, readonly number[]>;
  /** Place of each among all, and among those of its owner. */
  readonly #place: ReadonlyMap<number, number>;
  readonly #within: ReadonlyMap<number, number>;

  constructor(of: Population, owners: Owners, seed: number) {
    const [popular, rare] = [stream(seed, "model popularity"), stream(seed, "model rare")];
    this.#all = range(of.size).filter((i) => popular(i) > 0.97 || rare(i) < 0.01);
    const listed = this.#all.filter((i) => owners.isListed(at(of.owner, i)));
    this.#byOwner = Map.groupBy(listed, (i) => at(of.owner, i));
    this.#place = places(this.#all);
    this.#within = new Map([...this.#byOwner.values()].flatMap((own) => [...places(own)]));
  }

  /**
   * One of them, of the child's owner if it has any and the first unit is low; the first ones often.
   *
   * A child that is one of them builds on an earlier one, so that few go in circles.
   */
  drawn(child: number, owner: number, own: number, which: number): number {
    const family = own < 0.5 ? this.#byOwner.get(owner) : undefined;
    const within = this.#within.get(child);
    if (family !== undefined && within !== 0) return earlier(family, within, which);
    return earlier(this.#all, own > 0.99 ? undefined : this.#place.get(child), which);
  }
}

function places(all: readonly number[]): Map<number, number> {
  return new Map(all.map((i, place) => [i, place]));
}

/** One before a place, or any where there is none. */
function earlier(all: readonly number[], place: number | undefined, which: number): number {
  return pick(all, (which ** 2 * (place || all.length)) / all.length);
}

function range(length: number): number[] {
  const all: number[] = [];
  for (let i = 0; i < length; i++) all.push(i);
  return all;
}
