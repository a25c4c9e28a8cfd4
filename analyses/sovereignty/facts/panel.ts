import { type Basis, narrow } from "#kit/coverage.ts";
import { count, date, type Fact, points, share, sum } from "#kit/facts.ts";
import { placeInProse } from "#kit/places.ts";
import { named, type Series } from "../series.ts";
import { at, crossings, type PlaceShare } from "../shares.ts";
import { heaviest, type Scenario, shareVariants } from "../variants.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Share of one place's publishers in a series on a day, with every scenario as a variant. */
export function shareFact(
  series: readonly PlaceShare[],
  scenarios: readonly Scenario[],
  day: string,
  place: string,
  what: string,
  basis: Basis,
): Fact {
  const { downloads, whole, unknown, models } = at(series, day, place);
  return share({
    part: downloads,
    whole,
    unknown,
    n: models,
    variants: shareVariants(scenarios, day, place),
    definition: `Share of ${what} in the window that ends on ${day} that go to models whose publisher has its main base in ${placeInProse(place)}.`,
    basis: narrow(basis, { asOf: day }),
  });
}

/** Facts on the fixed panel: its size, each place's share at both ends, and whether China passes the United States. */
export function panelFacts(series: Series, basis: Basis): Facts {
  const { panel, scenarios, first, last } = series;
  const shares = Object.fromEntries(
    named.flatMap((place) =>
      Object.entries({ first, last }).map(([end, day]) => [
        `${place.toLowerCase()}-share-${end}`,
        shareFact(panel, scenarios, day, place, "the panel's downloads", basis),
      ]),
    ),
  );
  return { ...size(series, basis), ...shares, ...movement(shares, basis), ...crossing(series, basis) };
}

function size({ panel, days, first, last }: Series, basis: Basis): Facts {
  const on = (day: string) => panel.filter((row) => row.observed_on === day);
  const namespaces = on(last).reduce((total, row) => total + row.namespaces, 0);
  const downloads = (day: string): Fact => {
    const { whole, models } = at(panel, day, "US");
    const definition = `Downloads of all models of the panel in the window that ends on ${day}.`;
    return sum({ value: whole, unit: "downloads", n: models, definition, basis: narrow(basis, { asOf: day }) });
  };
  return {
    "panel-namespaces": count({
      value: namespaces,
      unit: "namespaces",
      definition: "Hub namespaces listed, under one name, by every crawl of the panel's period.",
      basis,
    }),
    "panel-crawls": count({ value: days.length, unit: "crawls", definition: "Crawls of the panel's period.", basis }),
    "panel-models": count({
      value: at(panel, last, "US").models,
      unit: "models",
      definition: "Models of the panel with at least one download in the window to its last crawl.",
      basis,
    }),
    "first-day": date({
      value: first,
      n: days.length,
      definition: "Day of the panel's first crawl.",
      basis: narrow(basis, { asOf: first }),
    }),
    "last-day": date({ value: last, n: days.length, definition: "Day of the panel's last crawl.", basis }),
    "panel-downloads-first": downloads(first),
    "panel-downloads-last": downloads(last),
  };
}

function movement(shares: Facts, basis: Basis): Facts {
  const get = (id: string): Fact => shares[id] as Fact;
  const [usFirst, usLast, cnFirst, cnLast] = ["us-share-first", "us-share-last", "cn-share-first", "cn-share-last"].map(
    get,
  ) as [Fact, Fact, Fact, Fact];
  return {
    "cn-gain": points({
      from: cnFirst,
      to: cnLast,
      definition: "Change of China's share between the panel's first and last crawl.",
      basis,
    }),
    "us-loss": points({
      from: usLast,
      to: usFirst,
      definition: "First minus last share of the United States in the panel.",
      basis,
    }),
    "us-lead": points({
      from: cnLast,
      to: usLast,
      definition: "Share of the United States minus China's on the panel's last crawl.",
      basis,
    }),
  };
}

/** The last crawl's shares with the heaviest owner left out, and with it counted as American. */
function under({ scenarios, last }: Series, basis: Basis): Facts {
  const shareUnder = (label: string, place: string): Fact => {
    const found = scenarios.find((scenario) => scenario.label === label);
    if (found === undefined)
      throw new Error(`no scenario "${label}": known are ${scenarios.map((one) => one.label).join("; ")}`);
    return shareFact(found.shares, [], last, place, `the panel's downloads (${label})`, basis);
  };
  return {
    "cn-share-without": shareUnder(`${heaviest} left out`, "CN"),
    "us-share-without": shareUnder(`${heaviest} left out`, "US"),
    "us-share-with": shareUnder(`${heaviest} placed in the United States`, "US"),
  };
}

function crossing(series: Series, basis: Basis): Facts {
  const { panel, scenarios, days, last } = series;
  const known = crossings(panel, "CN", "US").length;
  const owner = scenarios.find(({ label }) => label.startsWith(heaviest));
  const without = owner === undefined ? Number.NaN : at(owner.shares, last, "US").whole;
  const { whole, models } = at(panel, last, "US");
  return {
    "panel-crossings": count({
      value: known,
      unit: "crossings",
      definition:
        "Crawls of the panel on which China's downloads exceed those of the United States after lying below on the crawl before.",
      n: days.length,
      variants: scenarios.map(({ label, shares }) => ({ label, value: crossings(shares, "CN", "US").length })),
      basis,
    }),
    scenarios: count({
      value: scenarios.length,
      unit: "scenarios",
      definition: "Other ways to count that each share of the panel was recomputed under.",
      basis,
    }),
    ...under(series, basis),
    "heaviest-share": share({
      part: whole - without,
      whole,
      unknown: 0,
      n: models,
      definition: `Share of the panel's downloads on its last crawl that go to the namespace ${heaviest}.`,
      basis,
    }),
  };
}
