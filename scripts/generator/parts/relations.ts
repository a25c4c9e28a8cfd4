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

  constructor(of: Population, owners: Owners, seed: number) {
    const [popular, rare] = [stream(seed, "model popularity"), stream(seed, "model rare")];
    this.#all = range(of.size).filter((i) => popular(i) > 0.97 || rare(i) < 0.01);
    const listed = this.#all.filter((i) => owners.isListed(at(of.owner, i)));
    this.#byOwner = Map.groupBy(listed, (i) => at(of.owner, i));
  }

  /** One of them, of the child's owner if it has any and the first unit is low; the most popular ones often. */
  drawn(owner: number, own: number, which: number): number {
    const family = own < 0.5 ? this.#byOwner.get(owner) : undefined;
    return pick(family ?? this.#all, which ** 2);
  }
}

function range(length: number): number[] {
  const all: number[] = [];
  for (let i = 0; i < length; i++) all.push(i);
  return all;
}
