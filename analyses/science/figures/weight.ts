import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { float, text } from "#loaders/schema/column.ts";
import { rowChart, spell, words } from "./rows.ts";

const columns = {
  domain: text("Domain of science; (any) for all together"),
  models: float("Share of all models", "share"),
  downloads: float("Share of all downloads", "share"),
  without_top: float("Share of downloads without its most downloaded model", "share"),
};

type Row = FrameRow<typeof columns>;

const name = ({ domain }: Row): string => (domain === "(any)" ? "any domain" : spell(domain));

/** Each domain's share of models against its share of downloads. */
export const scienceWeight = defineFigure({
  id: "science-weight",
  title: (_, { fact }) =>
    say`${brief(fact("science-share"))} of the models say a science, and draw ${brief(fact("downloads-share"))} of downloads`,
  subtitle: (_, { fact, basis }) =>
    say`Share of models (filled), of downloads in a month (hollow) and of downloads without the domain's most downloaded model (small), logarithmic axis, ${nameText(fact("all").basis.population)}, ${show.day(basis.asOf)}`,
  reading: say`Each row is a domain. The farther the hollow ring lies to the left of the filled dot, the less its models are downloaded than models at large; the small dot shows what one model does.`,
  sensitivity: (_, { fact }) =>
    fact("downloads-share").variants.map((one) => ({
      label: nameText(one.label),
      value: say`${show.label(one.value, "share")} of downloads`,
    })),
  columns,
  n: "all",
  plot: (rows, size) => {
    const own = rows.map((row) => ({ ...row, name: name(row) }));
    const values = own.flatMap((row) => [row.models, row.downloads, row.without_top]).filter((value) => value > 0);
    const low = 10 ** Math.floor(Math.log10(Math.min(...values)));
    const ticks = [1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1].filter((tick) => tick >= low);
    return rowChart(
      own.map((row) => row.name),
      size,
      {
        ticks: size.phone ? ticks.filter((_, i) => i % 2 === 1) : ticks,
        format: (tick) => label(tick, "share"),
        x: { type: "log", domain: [low, 0.3] },
        names: 170,
        right: 30,
      },
      [
        Plot.link(own, {
          x1: "models",
          x2: (row: Row) => Math.min(row.downloads, row.without_top || row.downloads),
          y: "name",
          stroke: "var(--quiet)",
          strokeWidth: 1.5,
        }),
        Plot.dot(own, { x: "models", y: "name", r: 4.5, fill: colourOf("science") }),
        Plot.dot(own, {
          x: "downloads",
          y: "name",
          r: 4.5,
          fill: "var(--paper)",
          stroke: colourOf("science"),
          strokeWidth: 2,
        }),
        Plot.dot(
          own.filter((row) => row.without_top > 0),
          { x: "without_top", y: "name", r: 2.5, fill: colourOf("rest") },
        ),
        Plot.text(own.slice(0, 1), {
          x: "models",
          y: "name",
          text: () => "models",
          textAnchor: "start",
          dx: 9,
          ...words,
        }),
        Plot.text(own.slice(0, 1), {
          x: (row: Row) => Math.min(row.downloads, row.without_top || 1),
          y: "name",
          text: () => "downloads",
          textAnchor: "end",
          dx: -9,
          ...words,
        }),
      ],
    );
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of shares of models and of downloads by domain, log axis; any domain ${fact("science-share")} and ${fact("downloads-share")}.`,
    long: merge(
      rows.map(
        (row) =>
          say`${nameText(name(row))}: ${show.value(row.models, "share")} of models, ${show.value(row.downloads, "share")} of downloads, ${show.value(row.without_top, "share")} without its most downloaded model.`,
      ),
      " ",
    ),
  }),
});
