import { nobody } from "../parts/owners.ts";
import type { ModelFacts } from "./facts.ts";

/** Counters of downloads, by their names. */
export const counters = ["30 days", "lifetime"] as const;
export type Counter = (typeof counters)[number];

/** A namespace of a snapshot: what its models have together. */
export interface Space {
  /** Name, lower case. */
  readonly name: string;
  /** Spelling of the registry, or a name for all others; "(none)" for models without a namespace. */
  readonly registered: string;
  models: number;
  /** Downloads by counter; null as long as none is known. */
  readonly downloads: Record<Counter, number | null>;
}

/** The namespaces of a snapshot by number, in the order in which they are met. */
export class Spaces {
  readonly #numbers = new Map<number, number>();
  readonly all: Space[] = [];

  forget(): void {
    this.#numbers.clear();
    this.all.length = 0;
  }

  /** Counts a model; gives the number of its namespace. */
  add({ owner, downloads, downloadsAllTime }: ModelFacts): number {
    const number = this.#numbers.get(owner.key) ?? this.#made(owner);
    const space = this.all[number];
    if (space === undefined) throw new Error(`no namespace ${number}`);
    space.models += 1;
    const sums = space.downloads;
    sums["30 days"] = (sums["30 days"] ?? 0) + downloads;
    if (downloadsAllTime !== null) sums.lifetime = (sums.lifetime ?? 0) + downloadsAllTime;
    return number;
  }

  /** The namespace with most downloads, the first by name of equal ones. */
  first(counter: Counter): Space | undefined {
    let best: Space | undefined;
    for (const space of this.all)
      if (space.name !== nobody.name && (!best || leads(space, best, counter))) best = space;
    return best;
  }

  #made({ key, name, registered }: ModelFacts["owner"]): number {
    const number = this.all.length;
    this.#numbers.set(key, number);
    const none = key === nobody.key;
    this.all.push({
      name: none ? name : name.toLowerCase(),
      registered: none ? name : registered,
      models: 0,
      downloads: { "30 days": null, lifetime: null },
    });
    return number;
  }
}

function leads(a: Space, b: Space, counter: Counter): boolean {
  const [of, than] = [a.downloads[counter] ?? -1, b.downloads[counter] ?? -1];
  return of > than || (of === than && a.name < b.name);
}
