import { type Basis, narrow } from "#kit/coverage.ts";
import { count, date, type Fact, points, share, sum } from "#kit/facts.ts";
import { placeInProse } from "#kit/places.ts";
import { named, type Series } from "../series.ts";
import { at, crawlsAhead, crossings, type PlaceShare } from "../shares.ts";
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
  const previous = series.days.at(-2) ?? first;
  const on = (place: string): Fact => shareFact(panel, scenarios, previous, place, "the panel's downloads", basis);
  const before = { "us-lead-previous": leadOf(on("US"), on("CN"), basis) };
  return { ...size(series, basis), ...shares, ...movement(shares, basis), ...before, ...crossing(series, basis) };
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

/** One share less another of the same crawl, in points. */
export function leadOf(ahead: Fact, behind: Fact, basis: Basis): Fact {
  const day = ahead.basis.asOf;
  const definition = `Share of downloads of one country less the other's on the crawl of ${day}: ${ahead.definition} ${behind.definition}`;
  return points({ from: behind, to: ahead, definition, basis: narrow(basis, { asOf: day }) });
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
    "us-lead-first": leadOf(usFirst, cnFirst, basis),
    "us-lead-last": leadOf(usLast, cnLast, basis),
  };
}

/** The last crawl's shares with the heaviest owner left out, and with it counted as American. */
function under({ heaviestOut, heaviestAmerican, last }: Series, basis: Basis): Facts {
  const without = `the panel's downloads without ${heaviest}`;
  const american = `the panel's downloads, ${heaviest} counted as American`;
  return {
    "cn-share-without": shareFact(heaviestOut, [], last, "CN", without, basis),
    "us-share-without": shareFact(heaviestOut, [], last, "US", without, basis),
    "us-share-with": shareFact(heaviestAmerican, [], last, "US", american, basis),
  };
}

function crossing(series: Series, basis: Basis): Facts {
  const { panel, scenarios, days, last } = series;
  const known = crossings(panel, "CN", "US").length;
  const without = at(series.heaviestOut, last, "US").whole;
  const { whole, models } = at(panel, last, "US");
  return {
    "panel-ahead": count({
      value: crawlsAhead(panel, "CN", "US"),
      unit: "crawls",
      definition: "Crawls of the panel on which China's downloads exceed those of the United States.",
      n: days.length,
      variants: scenarios.map(({ label, shares }) => ({ label, value: crawlsAhead(shares, "CN", "US") })),
      basis,
    }),
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
