import type { Kind } from "../truth/facts.ts";

/** Where a repository stands. */
export const status = { unborn: 0, listed: 1, hidden: 2, deleted: 3 } as const;

/** What changed in the last step: the owner is no part of an id without a slash. */
export const change = { none: 0, name: 1, owner: 2 } as const;

/** Every repository of a kind, by number, in columns; what does not change follows from the number instead. */
export interface Population {
  readonly kind: Kind;
  /** Repositories so far, listed or not. */
  size: number;
  readonly status: Uint8Array;
  readonly owner: Uint32Array;
  /** Renames so far. */
  readonly version: Uint8Array;
  /** 1 if the name is written in the other case. */
  readonly flipped: Uint8Array;
  /** What changed of the repository itself in the last step, case aside. */
  readonly changed: Uint8Array;
  /** Second of creation, NaN if unknown. */
  readonly created: Float64Array;
  readonly modified: Float64Array;
  /** Counters as they are. */
  readonly downloads: Float64Array;
  readonly total: Float64Array;
  readonly likes: Float64Array;
  /** Counters as the Hub shows them, some of them late. */
  readonly shownDownloads: Float64Array;
  readonly shownTotal: Float64Array;
  /** Owners that moved repositories had first. */
  readonly movedFrom: Map<number, number>;
  /** Repositories that took the name of a deleted one. */
  readonly namesake: Map<number, number>;
  /** What all-time counters lost in the last step. */
  lost: Map<number, number>;
  /** Deleted repositories whose name is free. */
  readonly freed: number[];
}

/** Room for a number of repositories. */
export function population(kind: Kind, capacity: number): Population {
  const floats = () => new Float64Array(capacity);
  const bytes = () => new Uint8Array(capacity);
  return {
    kind,
    size: 0,
    status: bytes(),
    owner: new Uint32Array(capacity),
    version: bytes(),
    flipped: bytes(),
    changed: bytes(),
    created: floats(),
    modified: floats(),
    downloads: floats(),
    total: floats(),
    likes: floats(),
    shownDownloads: floats(),
    shownTotal: floats(),
    movedFrom: new Map(),
    namesake: new Map(),
    lost: new Map(),
    freed: [],
  };
}

/** Value of a column; throws outside it. */
export function at(column: Float64Array | Uint8Array | Uint32Array, index: number): number {
  const value = column[index];
  if (value === undefined) throw new RangeError(`no repository ${index}`);
  return value;
}
