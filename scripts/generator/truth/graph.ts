import type { OwnerName } from "../parts/owners.ts";
import type { BaseFacts, ModelFacts } from "./facts.ts";

/** Steps after which nobody looks further. */
const farthest = 64;

/** A derived model with its bases, the one that it names first in front. */
export interface Derived {
  readonly key: string;
  readonly owner: OwnerName;
  readonly relation: string | null;
  readonly downloads: number;
  readonly bases: readonly BaseFacts[];
}

/** Fewest and most steps from a model to its roots. */
export interface Distance {
  readonly fewest: number;
  readonly most: number;
}

/** The models of one snapshot and what they are made from. */
export class Graph {
  readonly derived = new Map<string, Derived>();
  /** Every base that is named, by its key. */
  readonly named = new Map<string, BaseFacts>();
  readonly listed = new Set<string>();
  /** Keys of models that name themselves. */
  readonly selfish: string[] = [];

  add({ id, owner, relation, downloads, bases, ownBase }: ModelFacts): void {
    const key = id.toLowerCase();
    this.listed.add(key);
    if (ownBase) this.selfish.push(key);
    if (bases.length === 0) return;
    this.derived.set(key, { key, owner, relation, downloads, bases });
    for (const base of bases) this.named.set(base.key, base);
  }

  /** What a model goes back to that has no base itself. */
  roots(of: Derived): BaseFacts[] {
    return this.#above(of).filter(({ key }) => !this.derived.has(key));
  }

  /** Whether a model goes back to itself. */
  circles(of: Derived): boolean {
    return this.#above(of).some(({ key }) => key === of.key);
  }

  /** The root along the bases that are named first; undefined where they go in a circle. */
  firstRoot(of: Derived): BaseFacts | undefined {
    const seen = new Set<string>();
    let base = of.bases[0];
    for (let next = this.#next(base); base && next; next = this.#next(base)) {
      if (seen.has(base.key)) return undefined;
      seen.add(base.key);
      base = next.bases[0];
    }
    return base;
  }

  /** Steps from each derived model to its roots, found by going down from all roots at once. */
  distances(): Map<string, Distance> {
    const found = new Map<string, Distance>();
    let reached = new Set([...this.named.keys()].filter((key) => !this.derived.has(key)));
    for (let steps = 1; steps <= farthest && reached.size > 0; steps++) {
      const next = [...this.derived.values()].filter(({ bases }) => bases.some(({ key }) => reached.has(key)));
      for (const { key } of next) found.set(key, { fewest: found.get(key)?.fewest ?? steps, most: steps });
      reached = new Set(next.map(({ key }) => key));
    }
    return found;
  }

  #next(base: BaseFacts | undefined): Derived | undefined {
    return base && this.derived.get(base.key);
  }

  #above({ bases }: Derived): BaseFacts[] {
    const open = [...bases];
    const seen = new Map<string, BaseFacts>();
    for (let base = open.pop(); base !== undefined; base = open.pop()) {
      if (seen.has(base.key)) continue;
      seen.set(base.key, base);
      open.push(...(this.derived.get(base.key)?.bases ?? []));
    }
    return [...seen.values()];
  }
}
