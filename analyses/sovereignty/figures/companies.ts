import * as Plot from "@observablehq/plot";
import { defineFigure } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { list, nameText, say, show } from "#kit/text.ts";
import { wording } from "../wording.ts";
import { columns, crawled, leading, measured, missing, type Row, whose } from "./company-rows.ts";

/** Downloads of the Spring report's companies on their first and last day. */
export const companyDownloads = defineFigure({
  id: "company-downloads",
  title: (rows, { fact }) => {
    const [most, next] = leading(rows);
    const second = next === undefined ? say`` : say`, ${whose(next)} ${show.label(next.downloads_last, "downloads")}`;
    return most === undefined
      ? say`No company of the Spring report is listed`
      : say`${whose(most)} models had ${show.label(most.downloads_last, "downloads")} downloads in ${fact("window-days")} days${second}`;
  },
  subtitle: (_rows, { fact, basis }) => {
    const { crawl } = wording(basis);
    return say`Downloads in the ${fact("window-days")} days to a company's first ${crawl} (ring) and to ${fact("last-day")} (dot), log scale. Labels: downloads at the last ${crawl} and when the first was`;
  },
  reading: ({ basis }) => {
    const { crawl, crawls } = wording(basis);
    return say`A line runs from the ring, the first ${crawl} that lists a company, to the dot, the last; first ${crawls} differ, so lengths of lines do not compare. A company without them is on no ${crawl}.`;
  },
  docs: ({ basis }) => {
    const { crawl } = wording(basis);
    return {
      first_on: `Its first ${crawl}; unknown when no ${crawl} lists it`,
      downloads_first: `Downloads in the 30 days to its first ${crawl}`,
      downloads_last: `Downloads in the 30 days to the last ${crawl}`,
      models_first: `Models with a download on its first ${crawl}`,
      models_last: `Models with a download on the last ${crawl}`,
      new_models: `Models first listed after the first ${crawl} of their namespace`,
    };
  },
  columns,
  n: "company-models",
  plot: (rows, size, { basis }) => {
    const domain = [...rows]
      .sort((a, b) => (b.downloads_last ?? 0) - (a.downloads_last ?? 0))
      .map((row) => row.company);
    const absent = missing(rows);
    const drawn = crawled(rows).filter((row) => row.downloads_first > 0 && row.downloads_last > 0);
    const most = Math.max(2e8, ...drawn.flatMap((row) => [row.downloads_first, row.downloads_last]));
    const powers = [1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10].filter((power) => power <= most);
    const named = size.phone ? { dy: -12, lineAnchor: "bottom" as const } : {};
    return {
      height: (size.phone ? 60 : 40) + rows.length * (size.phone ? 52 : 38),
      marginLeft: size.phone ? 8 : 190,
      marginRight: size.phone ? 16 : 150,
      marginTop: 28,
      insetTop: size.phone ? 20 : 0,
      marginBottom: 8,
      x: { type: "log", domain: [20, most], axis: null },
      y: { domain, padding: 0.4, label: null, axis: null },
      marks: [
        Plot.gridX(powers, { stroke: "var(--rule)", strokeOpacity: 1 }),
        Plot.axisX(size.phone ? powers.filter((_, i) => i % 2 === 0) : powers, {
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
        Plot.text(absent, {
          y: "company",
          text: () => `on no ${wording(basis).crawl}: unknown`,
          frameAnchor: "left",
          textAnchor: "start",
          dx: 8,
          fontStyle: "italic",
          fill: "var(--quiet)",
        }),
      ],
    };
  },
  describe: (rows, { basis }) => {
    const { crawl } = wording(basis);
    const absent = missing(rows).map((row) => nameText(row.company));
    const without =
      absent.length === 0 ? say`` : say` ${list(absent)} ${absent.length === 1 ? "is" : "are"} on no ${crawl}.`;
    const [most] = leading(rows);
    const main =
      most === undefined
        ? say`none has any`
        : say`${nameText(most.company)} has most, ${show.value(most.downloads_last, "downloads")}`;
    return {
      alt: say`Dot chart of downloads by company on its first and last ${crawl}; ${main}.`,
      long: say`${list(crawled(rows).map((row) => say`${row.company} goes from ${show.value(row.downloads_first, "downloads")} to ${show.value(row.downloads_last, "downloads")}`))}.${without}`,
    };
  },
});
