import { type Basis, narrow } from "#kit/coverage.ts";
import { count, date, type Fact, ratio, share } from "#kit/facts.ts";
import { placeInProse, unknownPlace } from "#kit/places.ts";
import type { Series } from "../series.ts";
import { at, crossings } from "../shares.ts";
import { leadOf, shareFact } from "./share.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Facts on curated language models: shares at both ends and around the day on which China passes. */
export function curatedFacts(series: Series, basis: Basis, panel: Basis): Facts {
  const { curated, curatedScenarios, first, last, words } = series;
  const what = `the ${words.panel}'s downloads of curated language models`;
  const cross = crossings(curated, "CN", "US");
  const on = (day: string, place: string): Fact => shareFact(curated, curatedScenarios, day, place, what, basis);
  const ends = Object.fromEntries(
    ["US", "CN"].flatMap((place) =>
      Object.entries({ first, last }).map(([end, day]) => [`${place.toLowerCase()}-curated-${end}`, on(day, place)]),
    ),
  );
  const previous = series.days.at(-2) ?? first;
  const leads = {
    "cn-curated-previous": on(previous, "CN"),
    "cn-curated-lead-previous": leadOf(on(previous, "CN"), on(previous, "US"), words, basis),
    "cn-curated-lead-last": leadOf(on(last, "CN"), on(last, "US"), words, basis),
  };
  return { ...ends, ...leads, ...around(series, basis, cross, on), ...weight(series, basis, panel) };
}

function around(
  series: Series,
  basis: Basis,
  cross: readonly string[],
  on: (day: string, place: string) => Fact,
): Facts {
  const { crawl, Crawls } = series.words;
  return {
    "curated-crossings": count({
      value: cross.length,
      unit: "crossings",
      definition: `${Crawls} on which China's downloads of curated language models exceed those of the United States after lying below.`,
      n: series.days.length,
      variants: series.curatedScenarios.map(({ label, shares }) => ({
        label,
        value: crossings(shares, "CN", "US").length,
      })),
      basis,
    }),
    ...passing(series, basis, cross, crawl, on),
  };
}

/** The days around the first on which China passes; none where it never does. */
function passing(
  series: Series,
  basis: Basis,
  [after]: readonly string[],
  crawl: string,
  on: (day: string, place: string) => Fact,
): Facts {
  if (after === undefined) return {};
  const before = series.days[series.days.indexOf(after) - 1] ?? series.first;
  const others = series.curatedScenarios.map(({ shares }) => crossings(shares, "CN", "US")[0] ?? "");
  return {
    "curated-before-day": date({
      value: before,
      n: series.days.length,
      definition: `Last ${crawl} before China passes in curated language models.`,
      basis: narrow(basis, { asOf: before }),
    }),
    "curated-after-day": date({
      value: after,
      n: series.days.length,
      definition: `First ${crawl} after China passes in curated language models.`,
      basis: narrow(basis, { asOf: after }),
    }),
    "curated-latest-day": date({
      value: [after, ...others].sort().at(-1) ?? after,
      n: series.days.length,
      definition: `Latest ${crawl} on which China passes in curated language models, over all ways to count.`,
      basis,
    }),
    "cn-curated-before": on(before, "CN"),
    "us-curated-before": on(before, "US"),
    "cn-curated-after": on(after, "CN"),
    "us-curated-after": on(after, "US"),
  };
}

/** What is left when curated language models are set aside. */
function others({ curated, panel, last, words }: Series, basis: Basis): Facts {
  const left = (place: string): number => at(panel, last, place).downloads - at(curated, last, place).downloads;
  const whole = at(panel, last, "US").whole - at(curated, last, "US").whole;
  const models = at(panel, last, "US").models - at(curated, last, "US").models;
  const rest = (place: string): Fact =>
    share({
      part: left(place),
      whole,
      unknown: left(unknownPlace),
      n: models,
      definition: `Share of the ${words.panel}'s downloads outside the curated list, in the window that ends on ${last}, that go to publishers in ${placeInProse(place)}.`,
      basis: narrow(basis, { population: `models of the ${words.panel} that are not on the curated list` }),
    });
  return { "us-others-last": rest("US"), "cn-others-last": rest("CN"), "de-others-last": rest("DE") };
}

function weight(series: Series, basis: Basis, all: Basis): Facts {
  const { curated, panel, last, words } = series;
  const china = at(curated, last, "CN");
  const states = at(curated, last, "US");
  return {
    "curated-weight": share({
      part: china.whole,
      whole: at(panel, last, "US").whole,
      unknown: 0,
      n: at(panel, last, "US").models,
      definition: `Share of the ${words.panel}'s downloads on its last ${words.crawl} that go to curated language models.`,
      basis: all,
    }),
    ...others(series, basis),
    "curated-models": count({
      value: china.models,
      unit: "models",
      definition: `Models of the ${words.panel} that are on the curated list and had a download in the window to the last ${words.crawl}.`,
      basis,
    }),
    "curated-ratio": ratio({
      numerator: china.downloads,
      denominator: states.downloads,
      n: china.models,
      definition: `Downloads of China's curated language models over those of the United States on ${words.ends("last")}.`,
      basis,
    }),
  };
}
