import { type Fact, interval, numeric } from "#kit/facts.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { bands } from "./bands.ts";
import { mixturesOf } from "./facts/active.ts";
import { bandPart } from "./facts/bands.ts";
import { averages } from "./facts/robust.ts";
import { type Population, sized, type Weight, weightOf } from "./populations.ts";
import { publishedShare, publishers } from "./publishers.ts";

type Facts = Readonly<Record<string, Fact>>;

/** What each weight counts, as labels have it. */
export const countedAs: Readonly<Record<Weight, string>> = {
  models: "each model once",
  downloads: "by downloads, 30 days",
  lifetime: "by downloads, lifetime",
};

/** Published means and medians of the Spring report. */
const published = [
  { period: "2023", mean: "S26-27", median: "S26-29" },
  { period: "2025", mean: "S26-28", median: "S26-30" },
] as const;

/** Mean and median by population and weight, the published ones first. */
export function centreFrame(populations: readonly Population[], facts: Facts, { published: rows }: Reference) {
  const quoted = (id: string): number => (rows.find((row) => row.id === id)?.value ?? Number.NaN) * 1e6;
  const theirs = published.map(({ period, mean, median }) => ({
    ...{ population: "Spring report", counted: `weights not stated, ${period}`, origin: "published" },
    ...{ mean: quoted(mean), median: quoted(median), lower: quoted(median), upper: quoted(median), known: null },
  }));
  const ours = populations.flatMap(({ prefix, name, weights }) =>
    weights.map((weight) => {
      const [mean, median] = [facts[`${prefix}mean-${weight}`] as Fact, facts[`${prefix}median-${weight}`] as Fact];
      return {
        ...{ population: name, counted: countedAs[weight], origin: "computed" },
        ...{ mean: numeric(mean), median: numeric(median), ...interval(median) },
        known: numeric(facts[`${prefix}known-${weight}`] as Fact),
      };
    }),
  );
  return [...theirs, ...ours];
}

/** Part of each weight in each class of sizes, and where the size is missing; parts of one line add up to one. */
export function bandFrame(populations: readonly Population[]) {
  return populations.flatMap(({ name, rows, weights }) =>
    weights.flatMap((weight) => {
      const whole = weightOf(rows, weight);
      const line = { population: name, counted: countedAs[weight] };
      const known = bands.map((band) => ({
        ...line,
        size: band.label,
        share: bandPart(rows, band, weight).part / whole,
      }));
      const unknown = (whole - weightOf(sized(rows), weight)) / whole;
      return [...known, { ...line, size: "Size unknown", share: unknown }];
    }),
  );
}

/** Averages with all stated sizes and without those that cannot be; null where every size can. */
export function robustFrame(populations: readonly Population[], facts: Facts) {
  const told = populations.find(({ prefix }) => numeric(facts[`${prefix}excessive-models`] as Fact) > 0);
  if (told === undefined) return null;
  return averages.map(({ id, name }) => ({
    population: told.name,
    average: name,
    all: numeric(facts[`${told.prefix}${id}-all`] as Fact),
    believed: numeric(facts[`${told.prefix}${id}-believed`] as Fact),
  }));
}

/** How much of each publisher's downloads goes to large models, with what was published; null where none is listed. */
export function publisherFrame(populations: readonly Population[], facts: Facts, reference: Reference) {
  const rows = publishers.flatMap((publisher) =>
    populations.flatMap(({ prefix, name }) => {
      const fact = facts[`${prefix}large-of-${publisher.id}`];
      const quoted = publishedShare(reference, publisher);
      if (fact === undefined || quoted === null) return [];
      return [
        {
          ...{ publisher: publisher.name, population: name, share: numeric(fact), ...interval(fact) },
          ...{ published: quoted, models: fact.n ?? 0 },
        },
      ];
    }),
  );
  return rows.length === 0 ? null : rows;
}

/** Total against active parameters of curated mixtures; null where the list states none. */
export function activeFrame(rows: Parameters<typeof mixturesOf>[0]) {
  const mixtures = mixturesOf(rows).map(({ parameters, active, models }) => ({ parameters, active, models }));
  return mixtures.length === 0 ? null : mixtures;
}
