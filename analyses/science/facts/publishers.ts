import { type Fact, share, shareVariant, type Variant } from "#kit/facts.ts";
import { placeInProse } from "#kit/places.ts";
import { anyDomain, type Counts, type Publisher, type Publishing, sumsOf } from "../groups.ts";
import type { OwnerRow } from "../populations.ts";
import type { TopRow } from "../top.ts";
import type { Counted } from "./weight.ts";

type Facts = Readonly<Record<string, Fact>>;

/** The registry as it stands, and without what it is not sure of. */
export interface Registries {
  readonly whole: Publishing;
  readonly sure: Publishing;
}

/** Which rows are meant, by the name of their domain, and how a sentence says so. */
interface Group {
  readonly id: string;
  readonly domain: string;
  readonly counts: Counts;
  readonly words: string;
}

const groups: readonly Group[] = [
  { id: "science", domain: "(any)", counts: anyDomain, words: "that say a domain of science" },
  { id: "every", domain: "(all)", counts: () => true, words: "of any kind" },
];

/** Kinds that prose and figures name. */
export const shownKinds = ["industry", "academia", "government", "non-profit", "community", "individual"] as const;

/** What is asked of a publisher, and the answer that counts. */
interface Asked {
  readonly of: keyof Publisher;
  readonly answer: string;
}

/** Kinds and countries of the publishers of science against those of all, by downloads, with what is unknown. */
export function publisherFacts(prefix: string, counted: Counted, registries: Registries): Facts {
  return Object.assign({}, ...groups.map((group) => groupFacts(prefix, counted, group, registries)));
}

function groupFacts(prefix: string, counted: Counted, group: Group, registries: Registries): Facts {
  const { owners, population, top } = counted;
  const rows = owners.filter(group.counts);
  const first = top?.find(({ domain, place }) => domain === group.domain && place === 1);
  const of = `downloads in 30 days of ${population.words}, those ${group.words},`;
  const made = (asked: Asked, words: string): Fact => {
    const parts = partsOf(rows, registries.whole, asked);
    return share({
      ...parts,
      n: sumsOf(rows).repositories,
      definition: `Share of ${of} that go to publishers ${words}.`,
      basis: population.basis,
      variants: [unsure(rows, registries.sure, asked), ...without(parts, first, registries.whole, asked)],
    });
  };
  const id = (name: string): string => `${prefix}${group.id}-${name}`;
  return {
    ...attributed(id, rows, registries.whole, counted, group),
    ...Object.fromEntries(
      ["US", "CN"].map((code) => [
        id(code.toLowerCase()),
        made({ of: "place", answer: code }, `with their main base in ${placeInProse(code)}`),
      ]),
    ),
    ...Object.fromEntries(
      shownKinds.map((kind) => [id(kind), made({ of: "kind", answer: kind }, `of the kind ${kind}`)]),
    ),
  };
}

/** Downloads that belong to the answer, that may, and all. */
interface Parts {
  readonly part: number;
  readonly unknown: number;
  readonly whole: number;
}

function partsOf(rows: readonly OwnerRow[], publishing: Publishing, { of, answer }: Asked): Parts {
  const downloads = (counts: Counts): number => sumsOf(rows, counts).downloads;
  return {
    part: downloads(({ owner }) => publishing(owner)[of] === answer),
    unknown: downloads(({ owner }) => publishing(owner)[of] === null),
    whole: downloads(() => true),
  };
}

function unsure(rows: readonly OwnerRow[], sure: Publishing, asked: Asked): Variant {
  return shareVariant({ label: "owners of low confidence counted as unknown", ...partsOf(rows, sure, asked) });
}

/** The share without the most downloaded repository. */
function without(parts: Parts, first: TopRow | undefined, publishing: Publishing, { of, answer }: Asked): Variant[] {
  if (first === undefined) return [];
  const found = publishing(first.owner)[of];
  const less = (amount: number, holds: boolean): number => amount - (holds ? first.downloads_30d : 0);
  const left = { part: less(parts.part, found === answer), unknown: less(parts.unknown, found === null) };
  return [shareVariant({ label: `${first.repo} left out`, ...left, whole: less(parts.whole, true) })];
}

function attributed(
  id: (name: string) => string,
  rows: readonly OwnerRow[],
  publishing: Publishing,
  { population }: Counted,
  group: Group,
): Facts {
  const known = sumsOf(rows, ({ owner }) => publishing(owner).kind !== null);
  const all = sumsOf(rows);
  const made = (measure: "repositories" | "downloads", what: string): Fact =>
    share({
      part: known[measure],
      whole: all[measure],
      unknown: 0,
      n: all.repositories,
      definition: `Share of ${what} of ${population.words}, those ${group.words}, whose publisher is in the registry of owners.`,
      basis: population.basis,
    });
  return {
    [id("attributed")]: made("downloads", "downloads in 30 days"),
    [id("attributed-models")]: made("repositories", population.noun),
  };
}

/** Downloads by kind of publisher, unknown last, for a figure. */
export function kindRows(rows: readonly OwnerRow[], publishing: Publishing) {
  const science = rows.filter(anyDomain);
  const fraction = (of: readonly OwnerRow[], kind: string | null): number =>
    sumsOf(of, (row) => publishing(row.owner).kind === kind).downloads / sumsOf(of).downloads;
  return [...shownKinds, null].map((kind) => ({
    kind: kind ?? "unknown",
    science: fraction(science, kind),
    every: fraction(rows, kind),
  }));
}
