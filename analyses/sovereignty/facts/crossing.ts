import type { Basis } from "#kit/coverage.ts";
import { count, type Fact, share } from "#kit/facts.ts";
import type { Series } from "../series.ts";
import { at, crawlsAhead, crossings } from "../shares.ts";
import { shareFact } from "./share.ts";

type Facts = Readonly<Record<string, Fact>>;

/** The last day's shares with the heaviest owner left out, and with it counted as American. */
function under({ heaviest, heaviestOut, heaviestAmerican, last, words }: Series, basis: Basis): Facts {
  const without = `the ${words.panel}'s downloads without ${heaviest}`;
  const american = `the ${words.panel}'s downloads, ${heaviest} counted as American`;
  return {
    "cn-share-without": shareFact(heaviestOut, [], last, "CN", without, basis),
    "us-share-without": shareFact(heaviestOut, [], last, "US", without, basis),
    "us-share-with": shareFact(heaviestAmerican, [], last, "US", american, basis),
  };
}

/** Whether China passes the United States, and how much the heaviest owner weighs. */
export function crossingFacts(series: Series, basis: Basis): Facts {
  const { panel, scenarios, days, last, words } = series;
  const known = crossings(panel, "CN", "US").length;
  const without = at(series.heaviestOut, last, "US").whole;
  const { whole, models } = at(panel, last, "US");
  return {
    "panel-ahead": count({
      value: crawlsAhead(panel, "CN", "US"),
      unit: words.unit,
      definition: `${words.Crawls} of the ${words.panel} on which China's downloads exceed those of the United States.`,
      n: days.length,
      variants: scenarios.map(({ label, shares }) => ({ label, value: crawlsAhead(shares, "CN", "US") })),
      basis,
    }),
    "panel-crossings": count({
      value: known,
      unit: "crossings",
      definition: `${words.Crawls} of the ${words.panel} on which China's downloads exceed those of the United States after lying below on the ${words.crawl} before.`,
      n: days.length,
      variants: scenarios.map(({ label, shares }) => ({ label, value: crossings(shares, "CN", "US").length })),
      basis,
    }),
    scenarios: count({
      value: scenarios.length,
      unit: "scenarios",
      definition: `Other ways to count that each share of the ${words.panel} was recomputed under.`,
      basis,
    }),
    ...under(series, basis),
    "heaviest-share": share({
      part: whole - without,
      whole,
      unknown: 0,
      n: models,
      definition: `Share of the ${words.panel}'s downloads on its last ${words.crawl} that go to the namespace ${series.heaviest}.`,
      basis,
    }),
  };
}
