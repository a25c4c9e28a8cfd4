import type { Fact } from "#kit/facts.ts";
import { numeric } from "#kit/facts.ts";
import { month } from "#kit/format.ts";
import { placeName, unknownPlace } from "#kit/places.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { CompanyRecord } from "./companies.ts";
import { chain, type Step } from "./growth.ts";
import { banded, named, type Series } from "./series.ts";
import { fraction, type PlaceShare } from "./shares.ts";
import type { Scenario } from "./variants.ts";

/** Shares with bands for every place and day of a series, the largest place first, unknown last. */
export function bandFrame(shares: readonly PlaceShare[], others: readonly Scenario[], days: readonly string[]) {
  const last = days.at(-1) ?? "";
  const size = (place: string): number => (place === unknownPlace ? -1 : fraction(shares, last, place));
  const found = new Set(shares.filter((row) => row.downloads > 0).map((row) => row.place));
  const places = [...found].sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
  return places.flatMap((place) =>
    days.map((observed_on) => ({
      observed_on,
      place: placeName(place),
      code: place,
      ...banded(shares, others, observed_on, place),
    })),
  );
}

/** China's share by crawl, over all listed namespaces and over the panel; only where namespaces are chosen. */
export function compositionFrame(series: Series) {
  const every = [...series.listed]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([observed_on, namespaces]) => ({
      observed_on,
      population: "all namespaces listed",
      share: fraction(series.every, observed_on, "CN"),
      namespaces,
    }));
  const fixed = series.days.map((observed_on) => ({
    observed_on,
    population: "fixed panel",
    share: fraction(series.panel, observed_on, "CN"),
    namespaces: series.panel
      .filter((row) => row.observed_on === observed_on)
      .reduce((sum, row) => sum + row.namespaces, 0),
  }));
  return [...every, ...fixed];
}

/** Chained index of each named place from the first day. */
export function growthFrame(steps: readonly Step[], { first }: Series) {
  return named.flatMap((code) =>
    chain(steps, code, first).map(({ observed_on, place, index, owners }) => ({
      observed_on,
      place: placeName(place),
      code,
      index,
      owners,
    })),
  );
}

/** One row a company; null where no day lists any. */
export function companyFrame(records: readonly CompanyRecord[]) {
  if (records.every(({ first_on }) => first_on === null)) return null;
  return records.map(({ company, ...rest }) => ({ company: company.label, ...rest }));
}

/** Published pairs and this chapter's own, one row a population. */
export function besideFrame(series: Series, facts: Readonly<Record<string, Fact>>, { published }: Reference) {
  const known = (id: string): boolean => published.some((figure) => figure.id === id);
  const quoted = (id: string): number => (published.find((figure) => figure.id === id)?.value ?? Number.NaN) / 100;
  const whole = series.words.complete ? "The Hub" : "Panel";
  const ours = (id: string): number => numeric(facts[id] as Fact);
  const quotes = [
    { row: "Spring report, and a press summary", period: "year to early 2026", cn: "S26-11", us: "S26-12" },
    { row: "Economies study", period: "Aug 2024 to Aug 2025", cn: "ECO-03", us: "ECO-04" },
  ];
  const own = [
    { row: `${whole}, all models`, cn: "cn-share-last", us: "us-share-last" },
    { row: `${whole}, ${series.heaviest} left out`, cn: "cn-share-without", us: "us-share-without" },
    { row: `${whole}, curated language models`, cn: "cn-curated-last", us: "us-curated-last" },
  ];
  return [
    ...quotes
      .filter(({ cn, us }) => known(cn) && known(us))
      .map((row) => ({ ...row, origin: "published", cn: quoted(row.cn), us: quoted(row.us) })),
    ...own
      .filter(({ cn }) => cn in facts)
      .map((row) => ({ ...row, origin: "computed", period: month(series.last), cn: ours(row.cn), us: ours(row.us) })),
  ];
}
