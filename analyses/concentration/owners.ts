import { unknownPlace } from "#kit/places.ts";
import { type Frequency, tally } from "#kit/stats/frequency.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { ownerTotals } from "./tables.ts";

export type OwnerRow = Row<typeof ownerTotals>;

/** Stand for ids without an owner, and for namespaces without a row in the registry. */
const [none, unregistered] = ["(none)", "(unregistered)"];

/** Namespaces of one listing, by what the registry knows of them. */
export interface Owners {
  readonly registered: readonly OwnerRow[];
  /** Canonical models, which have no namespace; their row holds all of them. */
  readonly canonical: readonly OwnerRow[];
  readonly unregistered: readonly OwnerRow[];
}

/** The owner rows of one listing by one counter. */
export function ownersOn(rows: readonly OwnerRow[], { day, counter }: { day: string; counter: string }): Owners {
  const own = rows.filter((row) => row.observed_on === day && row.counter === counter);
  return {
    registered: own.filter(({ owner }) => owner !== none && owner !== unregistered),
    canonical: own.filter(({ owner }) => owner === none),
    unregistered: own.filter(({ owner }) => owner === unregistered),
  };
}

/** Rows as sizes: how many namespaces have each number of downloads. */
export function sizes(rows: readonly OwnerRow[]): Frequency[] {
  return rows.map(({ downloads, namespaces }) => ({ value: downloads, n: namespaces }));
}

/** Downloads of all namespaces of the rows. */
export function downloadsOf(rows: readonly OwnerRow[]): number {
  return rows.reduce((sum, { downloads, namespaces }) => sum + downloads * namespaces, 0);
}

/** Sizes of groups of registered namespaces; those whose group is null are left out. */
export function grouped(rows: readonly OwnerRow[], groupOf: (owner: string) => string | null): Frequency[] {
  const groups = new Map<string, number>();
  for (const { owner, downloads } of rows) {
    const group = groupOf(owner);
    if (group !== null) groups.set(group, (groups.get(group) ?? 0) + downloads);
  }
  return tally(groups.values());
}

/** The group that a registered namespace belongs to: its parent, or itself. */
export function parentBy({ owners }: Reference): (owner: string) => string {
  const parents = new Map(owners.map(({ owner, parent }) => [owner.toLowerCase(), parent]));
  return (owner) => parents.get(owner.toLowerCase()) ?? owner;
}

/** The country or region of a registered namespace; null where it is not known. */
export function placeBy({ owners }: Reference): (owner: string) => string | null {
  const places = new Map(owners.map(({ owner, country }) => [owner.toLowerCase(), country]));
  return (owner) => {
    const place = places.get(owner.toLowerCase()) ?? unknownPlace;
    return place === unknownPlace ? null : place;
  };
}

/** The same with owners of medium and low confidence unknown. */
export function confidentBy(reference: Reference): (owner: string) => string | null {
  return placeBy({ ...reference, owners: reference.owners.filter(({ confidence }) => confidence === "high") });
}
