import { type Basis, narrow } from "#kit/coverage.ts";
import { type Fact, ratio, share } from "#kit/facts.ts";
import type { Row } from "#loaders/schema/table.ts";
import { chain, type Step } from "../growth.ts";
import type { Series } from "../series.ts";
import { at } from "../shares.ts";
import type { topModels } from "../tables.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Growth over namespaces common to neighbouring crawls, chained from the panel's first crawl to its last. */
export function growthFacts(steps: readonly Step[], series: Series, basis: Basis): Facts {
  const panel = (place: string): number =>
    at(series.panel, series.last, place).downloads / at(series.panel, series.first, place).downloads;
  const grown = (place: string, name: string): Fact => {
    const points = chain(steps, place, series.first);
    return ratio({
      numerator: points.at(-1)?.index ?? Number.NaN,
      denominator: 100,
      n: points.at(-1)?.owners ?? Number.NaN,
      variants: [{ label: "the fixed panel alone", value: panel(place) }],
      definition: `Chained growth of ${name} downloads from the first crawl of 2025 to the last, each step over namespaces on both crawls; n counts those of the last step.`,
      basis,
    });
  };
  return { "cn-growth": grown("CN", "Chinese"), "us-growth": grown("US", "American") };
}

/** How much one model weighs in the panel. */
export function modelFacts(rows: readonly Row<typeof topModels>[], series: Series, basis: Basis): Facts {
  const largest = (day: string): Fact => {
    const top = rows
      .filter((row) => row.observed_on === day)
      .reduce((a, b) => (b.downloads_30d > a.downloads_30d ? b : a));
    const { whole, models } = at(series.panel, day, "US");
    const definition = `Share of the panel's downloads in the window that ends on ${day} that go to ${top.repo}, its most downloaded model.`;
    return share({
      part: top.downloads_30d,
      whole,
      unknown: 0,
      n: models,
      definition,
      basis: narrow(basis, { asOf: day }),
    });
  };
  return { "top-model-first": largest(series.first), "top-model-last": largest(series.last) };
}
