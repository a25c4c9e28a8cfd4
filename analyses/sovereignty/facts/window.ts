import type { Basis } from "#kit/coverage.ts";
import { count, type Fact, quantile, sum } from "#kit/facts.ts";
import type { Row } from "#loaders/schema/table.ts";
import { largestOn, type ModelRow } from "../leave-out.ts";
import type { Series } from "../series.ts";
import type { ownerDownloads } from "../tables.ts";

type OwnerRow = Row<typeof ownerDownloads>;
type Facts = Readonly<Record<string, Fact>>;

const dayMs = 86_400_000;
const apart = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** The counter's window, and how far the panel's crawls lie apart. */
export function windowFacts(rows: readonly OwnerRow[], basis: Basis): Facts {
  const crawls = [...new Set(rows.map(({ observed_on }) => observed_on))].filter((day) => day >= "2025-01-01").sort();
  const gaps = crawls.slice(1).map((day, i) => apart(crawls[i] ?? day, day));
  const days = (value: number, definition: string): Fact =>
    count({ value, unit: "days", n: gaps.length, definition, basis });
  return {
    "window-days": quantile({
      values: rows.map((row) => apart(row.window_start, row.observed_on)),
      p: 0.5,
      unit: "days",
      definition: "Days before a crawl that the Hub's download counter covers, the median over all rows.",
      basis,
    }),
    "gap-least": days(Math.min(...gaps), "Fewest days between two neighbouring crawls of the panel."),
    "gap-most": days(Math.max(...gaps), "Most days between two neighbouring crawls of the panel."),
  };
}

/** What two American owners gained in curated language models between the last two crawls. */
export function gainFacts(rows: readonly OwnerRow[], models: readonly ModelRow[], series: Series, basis: Basis): Facts {
  const before = series.days.at(-2) ?? series.first;
  const gain = (owner: string): Fact => {
    const on = (day: string) => rows.find((row) => row.owner === owner && row.observed_on === day);
    const [from, to] = [on(before), on(series.last)];
    return sum({
      value: (to?.curated_downloads_30d ?? Number.NaN) - (from?.curated_downloads_30d ?? Number.NaN),
      unit: "downloads",
      n: to?.curated_models ?? 0,
      definition: `Downloads of curated language models of ${owner} in the window that ends on ${series.last} less those in the window that ends on ${before}.`,
      basis,
    });
  };
  const top = largestOn(models, series.last, true);
  const definition = `Downloads of ${top.repo}, the most downloaded curated language model, in the window that ends on ${series.last}.`;
  return {
    "google-gain": gain("google"),
    "openai-gain": gain("openai"),
    "curated-top-last": sum({ value: top.downloads_30d, unit: "downloads", n: 1, definition, basis }),
  };
}
