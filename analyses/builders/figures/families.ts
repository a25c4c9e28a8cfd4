import * as Plot from "@observablehq/plot";
import { ticks } from "d3";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { above, rowChart, words } from "#kit/rows.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { float, int, nullable, text } from "#loaders/schema/column.ts";

const usd = "usd-per-mtok";

const columns = {
  family: text("Family"),
  owners: text("Published by, as namespaces on the Hub"),
  derivatives: nullable(int("Built on it by others", "models")),
  derivatives_downloads: nullable(int("Downloads of these in 30 days", "downloads")),
  derivatives_quantised: nullable(int("Of these, quantised", "models")),
  derivatives_gguf: nullable(int("Of these, with gguf files", "models")),
  models: nullable(int("Own models in the lists", "models")),
  parameters_least: nullable(float("Parameters, smallest of its models", "parameters")),
  parameters_median: nullable(float("Parameters, median of its models", "parameters")),
  parameters_most: nullable(float("Parameters, largest of its models", "parameters")),
  licence: nullable(text("Licence that most of its models state")),
  permissive: nullable(float("Share of its models under a permissive licence", "share")),
  formats: nullable(text("Formats of its own files")),
  usd_least: nullable(float("Price of its cheapest model", usd)),
  usd_median: nullable(float("Median price of its models", usd)),
  momentum: nullable(float("Downloads over those half a year before, of its own models in the panel", "times")),
};

type Row = FrameRow<typeof columns>;

const colour = ({ permissive }: Row): string =>
  colourOf(permissive === null ? "unknown" : permissive > 0.5 ? "open" : "closed");

/** The families of base models, to choose between; its table can be sorted and filtered. */
export const baseFamilies = defineFigure({
  id: "base-families",
  title: (rows, { fact }) =>
    say`Of models built on ${fact("families")} families, ${brief(fact("first-share"))} build on ${nameText(rows[0]?.family ?? "")}`,
  subtitle: (_rows, { fact }) =>
    say`Models of other namespaces that name a model of the family as base, one step away: ${nameText(fact("derivatives").basis.population)}, ${show.day(fact("derivatives").basis.asOf)}`,
  reading: say`Colour tells the licence of the family's own models: green where the greater part states a permissive one, purple where it does not, grey where no model of it is listed. The table below has sizes, licences, formats, prices and momentum; its rows can be sorted and filtered where scripts run.`,
  assumptions: (_rows, { fact }) => [
    say`A family is what its publisher's namespace holds under its name. A model built on a copy that others uploaded does not count for it.`,
    say`Prices are of three parts input and one part output, each model at the median of its offers, ${show.day(fact("families-priced").basis.asOf)}.`,
    ...(fact("families-with-momentum").value === 0
      ? []
      : [
          say`Momentum compares the crawls of ${show.day(String(fact("momentum-from").value))} and ${show.day(String(fact("momentum-to").value))}: it is that of another time, and of namespaces that the panel had in both.`,
        ]),
  ],
  sensitivity: (_rows, { fact }) =>
    fact("first-share").variants.map((one) => ({
      label: nameText(one.label),
      value: say`${show.label(one.value, "share")} of what is built`,
    })),
  columns,
  sortable: true,
  n: "derivatives",
  plot: (rows, size) => {
    const own = rows.map((row) => ({ ...row, built: row.derivatives ?? 0 }));
    const most = Math.max(...own.map(({ built }) => built), 1);
    const ending = ({ derivatives, licence, usd_median: price }: Row): string => {
      const number = derivatives === null ? "unknown" : label(derivatives, "models");
      const more = [licence, price === null ? null : label(price, usd)].filter((one) => one !== null);
      return size.phone || more.length === 0 ? number : `${number}: ${more.join(", ")}`;
    };
    return rowChart(
      own.map(({ family }) => family),
      size,
      {
        ticks: ticks(0, most, size.phone ? 3 : 5),
        format: (tick) => label(tick, "models"),
        x: { domain: [0, most] },
        ...{ names: 96, right: size.phone ? 56 : 190 },
      },
      [
        Plot.barX(own, { x: "built", y: "family", fill: colour, insetTop: above(size) }),
        Plot.text(own, {
          ...{ x: "built", y: "family", text: ending, textAnchor: "start", dx: 8, dy: above(size) / 2, ...words },
        }),
      ],
    );
  },
  describe: (rows, { fact }) => ({
    alt: say`Bar chart of models built on each family; ${nameText(rows[0]?.family ?? "")} has ${fact("first-derivatives")} of ${fact("derivatives")}.`,
    long: merge(
      rows.map((row) =>
        row.derivatives === null
          ? say`${nameText(row.family)}: unknown.`
          : say`${nameText(row.family)}: ${show.value(row.derivatives, "models")} models built on it${row.licence === null ? say`` : say`, licence ${nameText(row.licence)}`}.`,
      ),
      " ",
    ),
  }),
});
