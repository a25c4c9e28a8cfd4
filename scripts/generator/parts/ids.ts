import { stream } from "./draw.ts";
import { nobody, type OwnerName, type Owners } from "./owners.ts";
import { at, change, type Population } from "./population.ts";

/** An id, its lower case, and whose it is. */
export interface Id {
  readonly id: string;
  readonly key: string;
  readonly owner: OwnerName;
}

/** Ids of a population: now, when they began, and on the Hub's books. */
export class Ids {
  readonly #of: Population;
  readonly #owners: Owners;
  readonly #first: (i: number) => string;
  readonly #rare;
  readonly #mark: string;

  constructor(of: Population, owners: Owners, first: (i: number) => string, seed: number) {
    this.#of = of;
    this.#owners = owners;
    this.#first = first;
    this.#rare = stream(seed, `${of.kind} bare`);
    this.#mark = `00000000${of.kind === "model" ? "a" : "d"}${(seed % 0xfffffff).toString(16).padStart(7, "0")}`;
  }

  /** Number of the repository that had the name first. */
  origin(i: number): number {
    return this.#of.namesake.get(i) ?? i;
  }

  /** Whether the id has no owner in it. */
  isBare(i: number): boolean {
    return this.#rare(this.origin(i)) < 0.0005;
  }

  now(i: number): Id {
    const version = at(this.#of.version, i);
    const name = `${this.#first(this.origin(i))}${version === 0 ? "" : `-v${version + 1}`}`;
    return this.#id(i, this.#of.flipped[i] ? otherCase(name) : name, this.#owners.named(at(this.#of.owner, i)));
  }

  first(i: number): Id {
    return this.#id(i, this.#first(this.origin(i)), this.#owners.named(this.firstOwner(i), "first"));
  }

  /** Whether the id is, case aside, the one that it had first. */
  isFirst(i: number): boolean {
    if (at(this.#of.version, i) !== 0) return false;
    const owner = at(this.#of.owner, i);
    return this.isBare(i) || (owner === this.firstOwner(i) && !this.#owners.renamed(owner));
  }

  /** Whether the id, case aside, changed in the last step. */
  changed(i: number): boolean {
    const own = at(this.#of.changed, i);
    if (this.isBare(i)) return own === change.name;
    return own !== change.none || this.#owners.changed(at(this.#of.owner, i));
  }

  /** Number of the owner of the id that it had first. */
  firstOwner(i: number): number {
    const origin = this.origin(i);
    return this.#of.movedFrom.get(origin) ?? at(this.#of.owner, origin);
  }

  /** `_id`: eight zeros first, which no real one has. */
  hub(i: number): string {
    return `${this.#mark}${i.toString(16).padStart(8, "0")}`;
  }

  #id(i: number, name: string, owner: OwnerName): Id {
    const bare = this.isBare(i);
    const spelt = this.#rare(i) > 0.998 ? owner.name.toLowerCase() : owner.name;
    const id = bare ? name : `${spelt}/${name}`;
    return { id, key: id.toLowerCase(), owner: bare ? nobody : owner };
  }
}

function otherCase(name: string): string {
  return name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
}
