import { type Basis, narrow } from "#kit/coverage.ts";
import { count, date, type Fact, points, sum } from "#kit/facts.ts";
import { named, type Series } from "../series.ts";
import { at } from "../shares.ts";
import type { Wording } from "../wording.ts";
import { crossingFacts } from "./crossing.ts";
import { leadOf, shareFact } from "./share.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Facts on the panel, or the Hub: its size, each place's share at both ends, and whether China passes the United States. */
export function panelFacts(series: Series, basis: Basis): Facts {
  const { panel, scenarios, first, last, words } = series;
  const what = `the ${words.panel}'s downloads`;
  const shares = Object.fromEntries(
    named.flatMap((place) =>
      Object.entries({ first, last }).map(([end, day]) => [
        `${place.toLowerCase()}-share-${end}`,
        shareFact(panel, scenarios, day, place, what, basis),
      ]),
    ),
  );
  const previous = series.days.at(-2) ?? first;
  const on = (place: string): Fact => shareFact(panel, scenarios, previous, place, what, basis);
  const before = { "us-lead-previous": leadOf(on("US"), on("CN"), words, basis) };
  return {
    ...size(series, basis),
    ...shares,
    ...movement(shares, words, basis),
    ...before,
    ...crossingFacts(series, basis),
  };
}

function size({ panel, days, first, last, words }: Series, basis: Basis): Facts {
  const on = (day: string) => panel.filter((row) => row.observed_on === day);
  const namespaces = on(last).reduce((total, row) => total + row.namespaces, 0);
  const downloads = (day: string): Fact => {
    const { whole, models } = at(panel, day, "US");
    const definition = `Downloads of all models of the ${words.panel} in the window that ends on ${day}.`;
    return sum({ value: whole, unit: "downloads", n: models, definition, basis: narrow(basis, { asOf: day }) });
  };
  return {
    "panel-namespaces": count({
      value: namespaces,
      unit: "namespaces",
      definition: words.complete
        ? "Namespaces of the Hub with at least one download in the window to the last snapshot at hand."
        : "Hub namespaces listed, under one name, by every crawl of the panel's period.",
      basis,
    }),
    "panel-crawls": count({
      value: days.length,
      unit: words.unit,
      definition: words.complete ? "Days of which a snapshot of the Hub is at hand." : "Crawls of the panel's period.",
      basis,
    }),
    "panel-models": count({
      value: at(panel, last, "US").models,
      unit: "models",
      definition: `Models of the ${words.panel} with at least one download in the window to its last ${words.crawl}.`,
      basis,
    }),
    "first-day": date({
      value: first,
      n: days.length,
      definition: `Day of ${words.ends("first")}.`,
      basis: narrow(basis, { asOf: first }),
    }),
    "last-day": date({ value: last, n: days.length, definition: `Day of ${words.ends("last")}.`, basis }),
    "panel-downloads-first": downloads(first),
    "panel-downloads-last": downloads(last),
  };
}

function movement(shares: Facts, words: Wording, basis: Basis): Facts {
  const get = (id: string): Fact => shares[id] as Fact;
  const [usFirst, usLast, cnFirst, cnLast] = ["us-share-first", "us-share-last", "cn-share-first", "cn-share-last"].map(
    get,
  ) as [Fact, Fact, Fact, Fact];
  return {
    "cn-gain": points({
      from: cnFirst,
      to: cnLast,
      definition: `Change of China's share between ${words.ends("first and last")}.`,
      basis,
    }),
    "us-loss": points({
      from: usLast,
      to: usFirst,
      definition: `First minus last share of the United States ${words.complete ? "on the Hub" : "in the panel"}.`,
      basis,
    }),
    "us-lead-first": leadOf(usFirst, cnFirst, words, basis),
    "us-lead-last": leadOf(usLast, cnLast, words, basis),
  };
}
