import { count, type Fact, quantileOf, share, sum, type Variant } from "#kit/facts.ts";
import { anyDomain, anySubstring, type Counts, otherThan, type Sums, sumsOf } from "../groups.ts";
import type { GroupRow, OwnerRow, Population } from "../populations.ts";
import type { TopRow } from "../top.ts";

type Facts = Readonly<Record<string, Fact>>;

/** What a population gives to count with. */
export interface Counted {
  readonly population: Population;
  readonly owners: readonly OwnerRow[];
  readonly groups: ReadonlyMap<string, GroupRow>;
  /** The most downloaded of each domain, first to last; null where the source may not be named. */
  readonly top: readonly TopRow[] | null;
}

/** Other ways to say what counts as science. */
const otherWays: readonly { readonly label: string; readonly counts: Counts }[] = [
  { label: "without mathematics", counts: otherThan("mathematics") },
  { label: "without medicine", counts: otherThan("medicine") },
  {
    label: "without benchmark and scientific reasoning, which name no field",
    counts: otherThan("benchmark", "scientific-reasoning"),
  },
  { label: "by the substrings of an earlier report, anywhere in a tag", counts: anySubstring },
];

/** The verb that fits where a domain is said. */
export function says({ sayings }: Population): string {
  return sayings === "name" ? "says" : "say";
}

/** The share of science in a measure, under every other way to count. */
function shareOf(measure: keyof Sums, counted: Counted, what: string, extra: readonly Variant[] = []): Fact {
  const { owners, population } = counted;
  const [part, whole] = [sumsOf(owners, anyDomain), sumsOf(owners)];
  const ways = otherWays.filter(
    ({ counts }) => counts !== anySubstring || sumsOf(owners, anySubstring).repositories > 0,
  );
  const variants = ways.map(({ label, counts }) => ({
    label,
    value: sumsOf(owners, counts)[measure] / whole[measure],
  }));
  return share({
    part: part[measure],
    whole: whole[measure],
    unknown: 0,
    n: whole.repositories,
    variants: [...variants, ...extra],
    definition: `Share of ${what} of ${population.words} that fall to those whose ${population.sayings} ${says(population)} a domain of science in whole words.`,
    basis: population.basis,
  });
}

/** The share of downloads with the most downloaded of science taken out of it, one and three of them. */
function withoutTop({ owners, top, groups }: Counted): Variant[] {
  const [part, whole] = [sumsOf(owners, anyDomain).downloads, sumsOf(owners).downloads];
  const most = groups.get("(any)")?.top_downloads_30d ?? null;
  if (top === null)
    return most === null ? [] : [{ label: "the most downloaded left out", value: (part - most) / (whole - most) }];
  const first = top.filter(({ domain }) => domain === "(any)");
  return [1, 3].flatMap((n) => {
    const left = first.slice(0, n).reduce((total, row) => total + row.downloads_30d, 0);
    const names = first.slice(0, n).map(({ repo }) => repo);
    return first.length < n ? [] : [{ label: `${names.join(", ")} left out`, value: (part - left) / (whole - left) }];
  });
}

/** How much of a population's repositories, downloads and likes science is. */
export function weightFacts(prefix: string, counted: Counted): Facts {
  const { population, groups } = counted;
  const { noun, words, basis } = population;
  const [science, all] = [groups.get("(any)"), groups.get("(all)")];
  if (science === undefined || all === undefined) return {};
  const made = (value: number, definition: string): Fact => count({ value, unit: noun, definition, basis });
  return {
    [`${prefix}all`]: made(all.repositories, `Repositories of ${words}.`),
    [`${prefix}science`]: made(
      science.repositories,
      `Those of ${words} whose ${population.sayings} ${says(population)} a domain of science.`,
    ),
    [`${prefix}science-share`]: shareOf("repositories", counted, noun),
    [`${prefix}downloads-share`]: shareOf("downloads", counted, "downloads in 30 days", withoutTop(counted)),
    ...(all.likes === null ? {} : { [`${prefix}likes-share`]: shareOf("likes", counted, "likes") }),
    [`${prefix}namespaces`]: count({
      value: science.namespaces,
      unit: "namespaces",
      definition: `Namespaces that publish those of ${words} that say a domain of science.`,
      basis,
    }),
    ...typical(prefix, counted, science, "science", "that say a domain of science"),
    ...typical(prefix, counted, all, "every", "of any kind"),
    ...heaviest(prefix, counted, science),
  };
}

function typical(prefix: string, { population }: Counted, row: GroupRow, id: string, which: string): Facts {
  const { noun, words, basis } = population;
  const [known, downloads] = [row.repositories - row.uncounted, row.downloads_30d ?? 0];
  const of = `of ${words}, those ${which}`;
  const typical = (value: number, definition: string): Fact =>
    sum({ value, unit: "downloads", n: known, definition, basis });
  return {
    [`${prefix}${id}-mean`]: typical(Math.round(downloads / known), `Mean downloads in 30 days, to whole ones, ${of}.`),
    [`${prefix}${id}-median`]: typical(row.median_downloads_30d ?? 0, `Median of downloads in 30 days, ${of}.`),
    [`${prefix}${id}-unused`]: share({
      part: row.unused,
      whole: row.repositories,
      unknown: row.uncounted,
      n: row.repositories,
      definition: `Share of ${noun} without a download in 30 days, ${of}.`,
      basis,
    }),
  };
}

function heaviest(prefix: string, { population, top, groups }: Counted, science: GroupRow): Facts {
  const [whole, every] = [science.downloads_30d ?? 0, groups.get("(all)")?.downloads_30d ?? 0];
  const those = `those of ${population.words} that say a domain of science`;
  const made = (part: number, of: number, definition: string): Fact =>
    share({ part, whole: of, unknown: 0, n: science.repositories, definition, basis: population.basis });
  const part = `Share of the downloads in 30 days of ${those} that fall to`;
  const first = { [`${prefix}top-share`]: made(science.top_downloads_30d ?? 0, whole, `${part} the most downloaded.`) };
  if (top === null) return first;
  const three = top
    .filter(({ domain, place }) => domain === "(any)" && place <= 3)
    .reduce((total, { downloads_30d }) => total + downloads_30d, 0);
  return {
    ...first,
    [`${prefix}top-three-share`]: made(three, whole, `${part} the 3 most downloaded.`),
    [`${prefix}downloads-share-rest`]: made(
      whole - three,
      every - three,
      `Share of downloads in 30 days of ${population.words} that fall to ${those}, the 3 most downloaded of these left out of both.`,
    ),
  };
}

/** How many repositories each domain has, and the median over domains. */
export function domainFacts(prefix: string, { population, groups }: Counted): Facts {
  const { noun, words, basis } = population;
  const own = [...groups.values()].filter(({ domain }) => /^[a-z]/.test(domain) && !domain.startsWith("substring-"));
  const made = (row: GroupRow): [string, Fact] => [
    `${prefix}${row.domain}`,
    count({ value: row.repositories, unit: noun, definition: `Those of ${words} that say ${row.domain}.`, basis }),
  ];
  return {
    ...Object.fromEntries(own.map(made)),
    [`${prefix}domain-median`]: sum({
      value: quantileOf(
        own.map(({ repositories }) => repositories),
        0.5,
      ),
      unit: noun,
      n: own.length,
      definition: `Median over domains of the number of ${noun} that say the domain, among ${words}.`,
      basis,
    }),
  };
}
