import { type Basis, narrow } from "#kit/coverage.ts";
import { date, type Fact, points, share, sum } from "#kit/facts.ts";
import { largestOn, type ModelRow } from "../leave-out.ts";
import type { Series } from "../series.ts";
import { at } from "../shares.ts";
import { shareFact } from "./share.ts";

type Facts = Readonly<Record<string, Fact>>;

/** How much single models weigh: the largest at both ends, and the fall of the first one. */
export function modelFacts(models: readonly ModelRow[], series: Series, basis: Basis): Facts {
  const largest = (day: string): Fact => {
    const top = largestOn(models, day);
    const { whole, models: n } = at(series.panel, day, "US");
    const definition = `Share of the ${series.words.panel}'s downloads in the window that ends on ${day} that go to ${top.repo}, its most downloaded model.`;
    const on = narrow(basis, { asOf: day });
    return share({ part: top.downloads_30d, whole, unknown: 0, n, definition, basis: on });
  };
  return {
    "top-model-first": largest(series.first),
    "top-model-last": largest(series.last),
    ...fall(models, series, basis),
    ...without(models, series, basis),
  };
}

/** The largest fall between two days of the model that leads the first; none where its counter never falls. */
function fall(models: readonly ModelRow[], series: Series, basis: Basis): Facts {
  const { first, days, words } = series;
  const { repo } = largestOn(models, first);
  const on = (day: string): number =>
    models.find((row) => row.repo === repo && row.observed_on === day)?.downloads_30d ?? Number.NaN;
  const pairs = days.slice(1).map((after, i) => ({ before: days[i] ?? after, after }));
  const lost = (pair: (typeof pairs)[number]): number => on(pair.before) - on(pair.after);
  const [one, ...others] = pairs.filter((pair) => lost(pair) > 0);
  if (one === undefined) return {};
  const largest = others.reduce((a, b) => (lost(a) >= lost(b) ? a : b), one);
  const downloads = (day: string): Fact => {
    const definition = `Downloads of ${repo} in the window that ends on ${day}.`;
    return sum({ value: on(day), unit: "downloads", n: 1, definition, basis: narrow(basis, { asOf: day }) });
  };
  const after = narrow(basis, { asOf: largest.after });
  const definition = `${words.Crawl} that ends the largest fall of ${repo} between two ${words.crawls}.`;
  return {
    ...part(on(first) - on(series.last), series, repo, basis),
    "fall-before": downloads(largest.before),
    "fall-after": downloads(largest.after),
    "fall-day": date({ value: largest.after, n: days.length, definition, basis: after }),
  };
}

/** How much of the American difference between the first and last day one model makes; none where it is no part of one. */
function part(fall: number, { panel, first, last, words }: Series, repo: string, basis: Basis): Facts {
  const whole = at(panel, first, "US").downloads - at(panel, last, "US").downloads;
  if (!(fall > 0 && fall <= whole)) return {};
  const n = at(panel, last, "US").models;
  const definition = `Downloads that ${repo} lost between ${words.ends("first and last")}, over those that all American models of the ${words.panel} lost.`;
  return { "fall-part": share({ part: fall, whole, unknown: 0, n, definition, basis }) };
}

/** The shares at both ends without the model that leads the first day. */
function without(models: readonly ModelRow[], { scenarios, first, last, words }: Series, basis: Basis): Facts {
  const label = `${largestOn(models, first).repo} left out`;
  const shares = scenarios.find((scenario) => scenario.label === label)?.shares ?? [];
  const on = (day: string, place: string): Fact =>
    shareFact(shares, [], day, place, `the ${words.panel}'s downloads (${label})`, basis);
  const change = (from: Fact, to: Fact, what: string): Fact =>
    points({ from, to, definition: `${what} between ${words.ends("first and last")}, ${label}.`, basis });
  return {
    "us-loss-without": change(on(last, "US"), on(first, "US"), "First minus last share of the United States"),
    "cn-gain-without": change(on(first, "CN"), on(last, "CN"), "Change of China's share"),
  };
}
