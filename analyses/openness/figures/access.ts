import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { hatch, hatched } from "#kit/draw/hatch.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { bool, float, int, text } from "#loaders/schema/column.ts";

const columns = {
  year: text("Year of publication"),
  open: float("Weights published without limits of use", "share"),
  limited: float("Weights published for restricted or non-commercial use", "share"),
  closed: float("Weights not published", "share"),
  unknown: float("Not stated", "share"),
  models: int("Models", "models"),
  whole_year: bool("Whether the list covers the whole year"),
};

type Row = FrameRow<typeof columns>;

const kinds = [
  { key: "open", name: "Weights, any use", short: "Any use", fill: colourOf("open"), opacity: 1 },
  { key: "limited", name: "Weights, limited use", short: "Limited", fill: colourOf("open"), opacity: 0.68 },
  { key: "unknown", name: "Not stated", short: "Not stated", fill: hatched("unknown"), opacity: 1 },
  { key: "closed", name: "No weights", short: "No weights", fill: colourOf("closed"), opacity: 1 },
] as const;

/** How models may be had, by year; what is not stated lies between open and closed, for it may be either. */
export const accessByYear = defineFigure({
  id: "access-by-year",
  title: (_rows, { fact }) =>
    say`How models may be had is not stated for ${brief(fact("access-unstated"))} of all models in one database`,
  subtitle: (rows, { fact }) =>
    say`Share of models by how they may be had and by year of publication: ${fact("drawn-models")} of the ${fact("listed-models")} models in Epoch AI's database, those of ${nameText(rows[0]?.year ?? "")} to ${show.day(String(fact("listed-last-day").value))}`,
  reading: say`Each bar is a year, its models counted once, its parts in the order of the words above. The hatched part may be open or closed: published weights end somewhere within it.`,
  columns,
  n: "drawn-models",
  time: { on: "year", counts: ["models"], members: "fixed" },
  plot: (rows, size) => ({
    height: 64 + rows.length * 30,
    marginLeft: 46,
    marginRight: size.phone ? 44 : 84,
    marginTop: 50,
    marginBottom: 6,
    x: { domain: [0, 1], axis: null },
    y: { domain: rows.map(({ year }) => year), axis: null, padding: 0.22 },
    marks: [
      hatch("unknown"),
      Plot.axisX([0, 0.25, 0.5, 0.75, 1], {
        anchor: "top",
        tickFormat: (tick: number) => label(tick, "share"),
        tickSize: 0,
        color: "var(--quiet)",
        label: null,
        dy: 0,
      }),
      ...parts(rows).map(({ fill, opacity, bars }) =>
        Plot.rectX(bars, {
          x1: "from",
          x2: "to",
          y: "year",
          fill: () => fill,
          fillOpacity: opacity,
          stroke: "var(--paper)",
          strokeWidth: 1,
        }),
      ),
      Plot.text(rows, {
        y: "year",
        text: "year",
        frameAnchor: "left",
        textAnchor: "end",
        dx: -8,
        fontWeight: 600,
        fill: "var(--ink)",
      }),
      Plot.text(rows, {
        y: "year",
        text: (row: Row) => (size.phone ? label(row.models, "models") : `${label(row.models, "models")} models`),
        frameAnchor: "right",
        textAnchor: "start",
        dx: 8,
        fill: "var(--quiet)",
      }),
      ...heads(size.phone),
    ],
    color: { type: "identity" },
  }),
  describe: (rows, { fact }) => ({
    alt: say`Stacked bar chart of access by year; not stated for ${fact("access-unstated")} of all models.`,
    long: merge(
      rows.map(
        (row) =>
          say`${nameText(row.year)}: weights for any use ${show.value(row.open, "share")}, for limited use ${show.value(row.limited, "share")}, not published ${show.value(row.closed, "share")}, not stated ${show.value(row.unknown, "share")}.`,
      ),
      " ",
    ),
  }),
});

function parts(rows: readonly Row[]) {
  return kinds.map((kind, i) => ({
    ...kind,
    bars: rows.map((row) => {
      const from = kinds.slice(0, i).reduce((sum, { key }) => sum + row[key], 0);
      return { year: row.year, from, to: from + row[kind.key] };
    }),
  }));
}

/** Names of the kinds above the bars, spread over the width; on a phone over its margins too. */
function heads(phone: boolean): Plot.Markish[] {
  const [at, shift] = phone
    ? [
        [0, 0, 0, 1],
        [-40, 18, 78, 40],
      ]
    : [
        [0, 0.24, 0.52, 1],
        [0, 0, 0, 0],
      ];
  return kinds.map(({ name, short }, i) =>
    Plot.text([{ x: at[i] ?? 0 }], {
      x: "x",
      frameAnchor: "top",
      textAnchor: i === kinds.length - 1 ? "end" : "start",
      dx: shift[i] ?? 0,
      dy: -36,
      text: () => (phone ? short : name),
      fontWeight: 600,
      fill: "var(--ink)",
    }),
  );
}
