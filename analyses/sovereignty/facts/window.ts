import type { Basis } from "#kit/coverage.ts";
import { count, type Fact, quantile, sum } from "#kit/facts.ts";
import type { Row } from "#loaders/schema/table.ts";
import { largestOn, type ModelRow } from "../leave-out.ts";
import type { Series } from "../series.ts";
import type { ownerDownloads } from "../tables.ts";
import { startOf, wording } from "../wording.ts";

type OwnerRow = Row<typeof ownerDownloads>;
type Facts = Readonly<Record<string, Fact>>;

const dayMs = 86_400_000;
const apart = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** The counter's window, and how far the days of the series lie apart. */
export function windowFacts(rows: readonly OwnerRow[], basis: Basis): Facts {
  const words = wording(basis);
  const all = [...new Set(rows.map(({ observed_on }) => observed_on))].sort();
  const listed = all.filter((day) => day >= startOf(basis));
  const gaps = listed.slice(1).map((day, i) => apart(listed[i] ?? day, day));
  const days = (value: number, definition: string): Fact =>
    count({ value, unit: "days", n: gaps.length, definition, basis });
  return {
    "window-days": quantile({
      values: rows.map((row) => apart(row.window_start, row.observed_on)),
      p: 0.5,
      unit: "days",
      definition: `Days before a ${words.crawl} that the Hub's download counter covers, the median over all rows.`,
      basis,
    }),
    "gap-least": days(Math.min(...gaps), `Fewest days between two neighbouring ${words.crawls} of the ${words.panel}.`),
    "gap-most": days(Math.max(...gaps), `Most days between two neighbouring ${words.crawls} of the ${words.panel}.`),
  };
}

/** What two American owners gained in curated language models between the last two days; none of an owner that one of them lacks. */
export function gainFacts(rows: readonly OwnerRow[], models: readonly ModelRow[], series: Series, basis: Basis): Facts {
  const before = series.days.at(-2) ?? series.first;
  const gain = (owner: string): Facts => {
    const on = (day: string) => rows.find((row) => row.owner === owner && row.observed_on === day);
    const [from, to] = [on(before), on(series.last)];
    if (from === undefined || to === undefined) return {};
    const value = (to.curated_downloads_30d ?? Number.NaN) - (from.curated_downloads_30d ?? Number.NaN);
    const definition = `Downloads of curated language models of ${owner} in the window that ends on ${series.last} less those in the window that ends on ${before}.`;
    return {
      [`${owner}-gain`]: sum({ value, unit: "downloads", n: to.curated_models ?? Number.NaN, definition, basis }),
    };
  };
  const top = largestOn(models, series.last, true);
  const definition = `Downloads of ${top.repo}, the most downloaded curated language model, in the window that ends on ${series.last}.`;
  return {
    ...gain("google"),
    ...gain("openai"),
    "curated-top-last": sum({ value: top.downloads_30d, unit: "downloads", n: 1, definition, basis }),
  };
}
