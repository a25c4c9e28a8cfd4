import type { Reference } from "#loaders/schema/reference.ts";

/** Stand for all namespaces without a row in the registry, and for ids without an owner. */
export const [unregistered, none] = ["(unregistered)", "(none)"] as const;

/** Owners of some kinds that are spoken of together. */
export interface Group {
  readonly id: string;
  /** Who they are, in words that follow "owners who are". */
  readonly words: string;
  readonly kinds: readonly string[];
}

const group = (id: string, words: string, ...kinds: readonly string[]): Group => ({ id, words, kinds });

/** Every kind of the registry, by itself. */
export const singles: readonly Group[] = [
  group("industry", "companies", "industry"),
  group("academia", "universities and research institutes", "academia"),
  group("government", "public bodies", "government"),
  group("non-profit", "non-profit organisations", "non-profit"),
  group("community", "communities", "community"),
  group("individual", "individuals", "individual"),
];

/** Kinds that figures and published figures take together. */
export const research = group(
  "research",
  "universities, public bodies and non-profits",
  "academia",
  "government",
  "non-profit",
);
export const independent = group("independent", "individuals and communities", "community", "individual");

/** Groups that figures show. */
export const spoken: readonly Group[] = [singles[0] as Group, research, independent];

/** Every group that has facts. */
export const groups: readonly Group[] = [...singles, research, independent];

/** Gives the kind of an owner; null for owners that nobody classified. */
export type KindOf = (owner: string) => string | null;

/** Kinds by those rows of the registry of owners that count, without regard to case. */
export function kindsBy(
  { owners }: Pick<Reference, "owners">,
  counts: (row: Reference["owners"][number]) => boolean = () => true,
): KindOf {
  const known = new Map(owners.filter(counts).map(({ owner, kind }) => [owner.toLowerCase(), kind]));
  return (owner) => known.get(owner.toLowerCase()) ?? null;
}

/** The same kinds, with some owners of another. */
export function recast(base: KindOf, kinds: ReadonlyMap<string, string>): KindOf {
  return (owner) => kinds.get(owner.toLowerCase()) ?? base(owner);
}

/** Owners that could also be of a kind that counts though the registry has another, or the other way round, with that kind. */
export function contested(
  { alternatives }: Pick<Reference, "alternatives">,
  base: KindOf,
  { kinds }: Group,
  to: "in" | "out",
): ReadonlyMap<string, string> {
  const counts = (kind: string | null): boolean => kind !== null && kinds.includes(kind);
  const moves = alternatives.filter(
    ({ owner, kind }) => base(owner) !== null && counts(kind) === (to === "in") && counts(base(owner)) !== counts(kind),
  );
  return new Map(moves.map(({ owner, kind }) => [owner.toLowerCase(), kind]));
}
