import type { Cell, TruthTable } from "./facts.ts";

interface Entry {
  readonly key: readonly Cell[];
  readonly sums: (number | null)[];
}

/** Entries by the cells of their key, one after the other. */
type Tree = Map<Cell, Tree | Entry>;

/** Sums by key. A sum is null as long as nothing but null was added to it. */
export class Tally {
  readonly #tree: Tree = new Map();
  readonly #entries: Entry[] = [];
  readonly name: string;
  readonly key: readonly string[];
  readonly measures: readonly string[];
  readonly #largest: readonly boolean[];

  /** Measures that `largest` names keep the largest value instead of the sum. */
  constructor(name: string, key: readonly string[], measures: readonly string[], largest: readonly string[] = []) {
    this.name = name;
    this.key = key;
    this.measures = measures;
    this.#largest = measures.map((measure) => largest.includes(measure));
  }

  /** Adds a value to each measure of a key, none of them below 0. */
  add(key: readonly Cell[], values: readonly (number | null)[]): void {
    const { sums } = this.#entry(key);
    for (let m = 0; m < values.length; m++) {
      const value = values[m] ?? null;
      if (value === null) continue;
      const before = sums[m] ?? 0;
      sums[m] = this.#largest[m] ? Math.max(before, value) : before + value;
    }
  }

  /** The sums, in the order in which their keys were first met. */
  table(): TruthTable {
    const rows = this.#entries.map(({ key, sums }) => [...key, ...sums]);
    return { name: this.name, key: this.key, columns: [...this.key, ...this.measures], rows };
  }

  #entry(key: readonly Cell[]): Entry {
    let node: Tree | Entry = this.#tree;
    for (let depth = 0; depth < key.length && node instanceof Map; depth++) {
      const cell = key[depth] ?? null;
      let next: Tree | Entry | undefined = node.get(cell);
      if (next === undefined) {
        next = this.#made(key, depth);
        node.set(cell, next);
      }
      node = next;
    }
    if (node instanceof Map) throw new Error(`${this.name} needs a key`);
    return node;
  }

  #made(key: readonly Cell[], depth: number): Tree | Entry {
    if (depth < key.length - 1) return new Map();
    const entry = { key, sums: this.measures.map(() => null) };
    this.#entries.push(entry);
    return entry;
  }
}

/** Tells the first time of a member in a group from the others. */
export class Firsts {
  readonly #groups = new Map<Cell, Set<number>>();

  /** 1 the first time, else 0. */
  first(group: Cell, member: number): 0 | 1 {
    const members = this.#groups.get(group) ?? new Set();
    if (members.has(member)) return 0;
    this.#groups.set(group, members.add(member));
    return 1;
  }

  forget(): void {
    this.#groups.clear();
  }
}
