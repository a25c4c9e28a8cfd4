import { stream } from "./parts/draw.ts";
import type { Ids } from "./parts/ids.ts";
import type { Owners } from "./parts/owners.ts";
import type { Population } from "./parts/population.ts";
import type { TruthTable } from "./truth/facts.ts";
import { Tally } from "./truth/tally.ts";

/** The curated list of language models: popular ones of registered owners, and a few others, by their first ids. */
export class Curated {
  readonly #models: Population;
  readonly #ids: Ids;
  readonly #owners: Owners;
  readonly #popular;
  readonly #unit;

  constructor(models: Population, ids: Ids, owners: Owners, seed: number) {
    this.#models = models;
    this.#ids = ids;
    this.#owners = owners;
    this.#popular = stream(seed, "model popularity");
    this.#unit = stream(seed, "curated");
  }

  /** Whether the list holds the model's id of now. */
  has(i: number): boolean {
    return this.#ids.isFirst(i) && this.#chosen(this.#ids.origin(i));
  }

  /** Ids on the list, some in the other case. */
  list(): string[] {
    return this.#all().map((i) => (i % 20 === 7 ? this.#ids.first(i).key : this.#ids.first(i).id));
  }

  /** Models on the list by owner. */
  table(day: string): TruthTable {
    const tally = new Tally("curated-models", ["observed_on", "owner"], ["models"]);
    for (const i of this.#all()) tally.add([day, this.#ids.first(i).owner.registered], [1]);
    return tally.table();
  }

  #all(): number[] {
    const all: number[] = [];
    for (let i = 0; i < this.#models.size; i++) if (this.#ids.origin(i) === i && this.#chosen(i)) all.push(i);
    return all;
  }

  #chosen(i: number): boolean {
    const known = this.#owners.isListed(this.#ids.firstOwner(i));
    return this.#unit(i) < (known ? 0.1 + 0.6 * this.#popular(i) ** 8 : 0.012);
  }
}
