import { type Fact, interval, numeric } from "#kit/facts.ts";
import { items } from "#kit/stats/frequency.ts";
import { concentrationCurve } from "#kit/stats/lorenz.ts";
import { topShare } from "#kit/stats/top.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Distribution, HubDistribution } from "./distributions.ts";
import { ranks } from "./facts/shares.ts";
import type { Level } from "./levels.ts";
import { shareOf, shareWithout, type Tops, toldTops } from "./tops.ts";

type Facts = Readonly<Record<string, Fact>>;

const value = (facts: Facts, id: string): number => numeric(facts[id] as Fact);
const quoted = ({ published }: Reference, id: string): number =>
  (published.find((figure) => figure.id === id)?.value ?? Number.NaN) / 100;

/** What the most downloaded models have together, by rank; ranks that are told stand exactly. */
export function curveFrame({ models, day }: HubDistribution) {
  const count = items(models);
  const corners = concentrationCurve(models, { steps: 120, scale: "log" }).filter(({ items: rank }) => rank > 0);
  const told = ranks.filter((rank) => rank <= count);
  const at = new Map(corners.map(({ items: rank, sumShare }) => [rank, sumShare]));
  for (const rank of told) at.set(rank, topShare(models, rank));
  return [...at]
    .sort(([a], [b]) => a - b)
    .map(([rank, share]) => ({
      observed_on: day,
      rank,
      rank_share: rank / count,
      share,
      told: told.some((one) => one === rank),
    }));
}

/** The share of the top 200 in every population, the published one first where the edition knows it. */
export function topFrame(all: readonly Distribution[], facts: Facts, reference: Reference) {
  const spring = {
    ...{ population: "Spring report", origin: "published", counter: "window not stated", period: "early 2026" },
    ...{ models: null, share: quoted(reference, "S26-07") },
  };
  const ours = all.map((one) => ({
    ...{ population: one.label, origin: "computed", counter: one.counter as string, period: one.day },
    ...{ models: value(facts, `${one.id}-models`), share: value(facts, `${one.id}-top-200`) },
  }));
  return [spring, ...ours].filter(({ share }) => Number.isFinite(share));
}

/** Shares of models with few downloads, of all ages and of a year or older, published ones first where the edition knows them. */
export function littleFrame(all: readonly Distribution[], facts: Facts, reference: Reference) {
  const of = (id: string): number | null => (facts[id] === undefined ? null : value(facts, id));
  const theirs = [
    {
      population: "Spring report",
      counter: "window not stated",
      period: "early 2026",
      share: quoted(reference, "S26-09"),
    },
    { population: "Summer report", counter: "lifetime", period: "August 2026", share: quoted(reference, "SUM-08") },
  ].map((row) => ({ ...row, origin: "published", old_share: null, unused: null }));
  const ours = all.map((one) => ({
    ...{ population: one.label, origin: "computed", counter: one.counter as string, period: one.day },
    ...{ share: value(facts, `${one.id}-under-200`), old_share: of(`${one.id}-under-200-old`) },
    unused: value(facts, `${one.id}-unused`),
  }));
  return [...theirs, ...ours].filter(({ share }) => Number.isFinite(share));
}

const names = {
  model: "Models",
  owner: "Namespaces",
  parent: "Groups of namespaces",
  country: "Countries and regions",
};

/** Indices by level, with what is unknown as bounds. */
export function levelFrame(levels: readonly Level[], facts: Facts) {
  return levels.map(({ id, unknown, whole }) => {
    const fact = facts[`hhi-${id}`] as Fact;
    const { lower, upper } = interval(fact);
    return {
      level: names[id],
      index: numeric(fact),
      lower,
      upper,
      effective: value(facts, `effective-${id}`),
      unknown: unknown / whole,
    };
  });
}

/** Indices of models and of namespaces under every other way to count. */
export function variantFrame(facts: Facts) {
  return (["owner", "model"] as const).flatMap((level) => {
    const fact = facts[`hhi-${level}`] as Fact;
    const headline = { level: names[level], count: "headline", index: numeric(fact) };
    const others = fact.variants.map(({ label, value: index }) => ({ level: names[level], count: label, index }));
    return [headline, ...others.sort((a, b) => b.index - a.index)];
  });
}

/** What the first models of the panel have, crawl by crawl; nothing to draw of a single crawl. */
export function panelFrame(panel: readonly Tops[]) {
  const rows = panel.flatMap((tops) =>
    toldTops.map((top) => ({
      ...{ observed_on: tops.day, top: top as number },
      ...{ share: shareOf(tops, top), without: shareWithout(tops, top) },
    })),
  );
  const known = rows.filter(({ share, without }) => Number.isFinite(share + without));
  return panel.length < 2 || known.length === 0 ? null : known;
}

/** Shares on every listing of the Hub; nothing to draw where there is one alone. */
export function seriesFrame(listings: readonly HubDistribution[]) {
  if (new Set(listings.map(({ day }) => day)).size < 2) return null;
  return listings.map(({ day, models }) => ({
    ...{ observed_on: day, models: items(models), share: topShare(models, Math.min(200, items(models))) },
    unused: items(models.filter((row) => row.value === 0)) / items(models),
  }));
}
