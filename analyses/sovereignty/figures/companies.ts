import * as Plot from "@observablehq/plot";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label, month } from "#kit/format.ts";
import { brief, list, say, show } from "#kit/text.ts";
import { date, int, nullable, text } from "#loaders/schema/column.ts";

const columns = {
  company: text("Company, under one reading of which namespaces are its own"),
  first_on: nullable(date("Its first crawl; unknown when no crawl lists it")),
  downloads_first: nullable(int("Downloads in the 30 days to its first crawl", "downloads")),
  downloads_last: nullable(int("Downloads in the 30 days to the last crawl", "downloads")),
  models_first: nullable(int("Models with a download on its first crawl", "models")),
  models_last: nullable(int("Models with a download on the last crawl", "models")),
  new_models: nullable(int("Models first listed after the first crawl of their namespace", "models")),
  curated: int("Models on the curated list", "models"),
};

type Row = FrameRow<typeof columns>;
type Crawled = Row & { downloads_first: number; downloads_last: number };

const crawled = (rows: readonly Row[]): Crawled[] => rows.filter((row): row is Crawled => row.downloads_first !== null);

/** Downloads of the Spring report's companies on their first and last crawl. */
export const companyDownloads = defineFigure({
  id: "company-downloads",
  title: (_rows, { fact }) =>
    say`Alibaba's models had ${brief(fact("alibaba-downloads-last"))} downloads in ${fact("window-days")} days, DeepSeek's ${brief(fact("deepseek-downloads-last"))}`,
  subtitle: (_rows, { fact }) =>
    say`Downloads in the ${fact("window-days")} days to a company's first crawl (ring) and to ${fact("last-day")} (dot), log scale. Labels: downloads at the last crawl and when the first was`,
  reading: say`A line runs from the ring, the first crawl that lists a company, to the dot, the last; first crawls differ, so lengths of lines do not compare. A company without them is on no crawl.`,
  columns,
  n: "company-models",
  plot: (rows, size) => {
    const domain = [...rows]
      .sort((a, b) => (b.downloads_last ?? 0) - (a.downloads_last ?? 0))
      .map((row) => row.company);
    const missing = rows.filter((row) => row.downloads_first === null);
    const drawn = crawled(rows);
    const named = size.phone ? { dy: -12, lineAnchor: "bottom" as const } : {};
    return {
      height: (size.phone ? 60 : 40) + rows.length * (size.phone ? 52 : 38),
      marginLeft: size.phone ? 8 : 190,
      marginRight: size.phone ? 16 : 150,
      marginTop: 28,
      insetTop: size.phone ? 20 : 0,
      marginBottom: 8,
      x: { type: "log", domain: [20, 2e8], axis: null },
      y: { domain, padding: 0.4, label: null, axis: null },
      marks: [
        Plot.gridX([1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8], { stroke: "var(--rule)", strokeOpacity: 1 }),
        Plot.axisX(size.phone ? [1e2, 1e4, 1e6, 1e8] : [1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8], {
          anchor: "top",
          tickFormat: (tick: number) => label(tick, "downloads"),
          tickSize: 0,
          label: null,
          color: "var(--quiet)",
        }),
        Plot.text(rows, {
          y: "company",
          text: (row: Row) => (size.phone ? `${row.company}${measured(row)}` : row.company),
          frameAnchor: "left",
          textAnchor: size.phone ? "start" : "end",
          dx: size.phone ? 0 : -8,
          fontWeight: 600,
          fill: "var(--ink)",
          stroke: "var(--paper)",
          strokeWidth: 4,
          ...named,
        }),
        Plot.link(drawn, {
          x1: "downloads_first",
          x2: "downloads_last",
          y: "company",
          stroke: "var(--entity-cn)",
          strokeWidth: 2,
        }),
        Plot.dot(drawn, {
          x: "downloads_first",
          y: "company",
          r: 4.5,
          fill: "var(--paper)",
          stroke: "var(--entity-cn)",
          strokeWidth: 2,
        }),
        Plot.dot(drawn, { x: "downloads_last", y: "company", r: 4.5, fill: "var(--entity-cn)" }),
        ...(size.phone
          ? []
          : [
              Plot.text(drawn, {
                y: "company",
                text: measured,
                frameAnchor: "right",
                textAnchor: "start",
                dx: 8,
                fill: "var(--quiet)",
              }),
            ]),
        Plot.text(missing, {
          y: "company",
          text: () => "on no crawl: unknown",
          frameAnchor: "left",
          textAnchor: "start",
          dx: 8,
          fontStyle: "italic",
          fill: "var(--quiet)",
        }),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of downloads by company on its first and last crawl; Alibaba has most, ${fact("alibaba-downloads-last")}.`,
    long: say`${list(crawled(rows).map((row) => say`${row.company} goes from ${show.value(row.downloads_first, "downloads")} to ${show.value(row.downloads_last, "downloads")}`))}. MiniMax is on no crawl.`,
  }),
});

function measured(row: Row): string {
  if (row.downloads_last === null || row.first_on === null) return "";
  return ` ${label(row.downloads_last, "downloads")}, from ${month(row.first_on)}`;
}
