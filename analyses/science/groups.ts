import { unknownPlace } from "#kit/places.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { OwnerRow } from "./populations.ts";

/** Repositories, downloads and likes together. */
export interface Sums {
  readonly repositories: number;
  readonly downloads: number;
  readonly likes: number;
}

/** What counts as science in one way to count. */
export type Counts = (row: OwnerRow) => boolean;

const has = (joined: string, word: string): boolean => joined.split("+").includes(word);

/** Whether the rows fall into any domain. */
export const anyDomain: Counts = ({ domains }) => domains !== "(none)";

/** Whether the rows fall into one domain. */
export function inDomain(domain: string): Counts {
  return ({ domains }) => has(domains, domain);
}

/** Whether the rows fall into any domain but these. */
export function otherThan(...left: readonly string[]): Counts {
  return ({ domains }) => domains !== "(none)" && domains.split("+").some((domain) => !left.includes(domain));
}

/** Whether a tag contains any substring of the earlier report. */
export const anySubstring: Counts = ({ flags }) => flags !== "(none)";

/** The sums of the rows that count; unknown downloads and likes are left out. */
export function sumsOf(rows: readonly OwnerRow[], counts: Counts = () => true): Sums {
  const own = rows.filter(counts);
  const add = (pick: (row: OwnerRow) => number): number => own.reduce((sum, row) => sum + pick(row), 0);
  return {
    repositories: add(({ repositories }) => repositories),
    downloads: add(({ downloads_30d }) => downloads_30d ?? 0),
    likes: add(({ likes }) => likes ?? 0),
  };
}

/** Gives the kind of an owner and the country or region of its main base; null for what nobody knows. */
export interface Publisher {
  readonly kind: string | null;
  readonly place: string | null;
}

/** Tells of an owner what the registry knows. */
export type Publishing = (owner: string) => Publisher;

/** Publishers by those rows of the registry of owners that count, without regard to case; owners without one are unknown. */
export function publishersOf(
  { owners }: Pick<Reference, "owners">,
  counts: (row: Reference["owners"][number]) => boolean = () => true,
): Publishing {
  const known = new Map(owners.filter(counts).map((row) => [row.owner.toLowerCase(), row]));
  return (owner) => {
    const row = known.get(owner.toLowerCase());
    const place = row?.country ?? null;
    return { kind: row?.kind ?? null, place: place === unknownPlace ? null : place };
  };
}
