import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { hatch, hatched } from "#kit/draw/hatch.ts";
import { interval } from "#kit/facts.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { merge, nameText, say, show } from "#kit/text.ts";
import { int, text } from "#loaders/schema/column.ts";
import { above, rowChart, words } from "./rows.ts";

const columns = {
  field: text("Field, as Epoch AI names it"),
  open: int("Weights published, with or without limits on use", "models"),
  closed: int("Weights not published", "models"),
  unknown: int("Access not recorded", "models"),
  all: int("Models recorded", "models"),
};

type Row = FrameRow<typeof columns>;

/** Open, closed and unrecorded access by field of the models. */
export const biologyAccess = defineFigure({
  id: "biology-access",
  title: (_, { fact }) => {
    const { lower, upper } = interval(fact("biology-open"));
    return say`Of biology models ${show.between(lower, upper, "share")} are open: access is rarely recorded`;
  },
  subtitle: (_, { fact }) =>
    say`Share of models by access to their weights, for each field with many models; ${fact("recorded-models")} models that Epoch AI has recorded, to ${show.month(fact("recorded-models").basis.asOf)}; one of several fields counts in each. Numbers: models`,
  reading: say`In each bar, open weights lie at the left, closed ones at the right, and what nobody recorded between them, hatched: the open share lies anywhere in the hatched part.`,
  sensitivity: (_, { fact }) =>
    fact("biology-open").variants.map((one) => ({
      label: nameText(`biology, ${one.label}`),
      value: say`${show.label(one.value, "share")}`,
    })),
  columns,
  n: "biology-models",
  plot: (rows, size) => {
    const own = rows.map((row) => ({ ...row, name: `${row.field}, ${label(row.all, "models")}` }));
    const bar = (from: (row: Row) => number, to: (row: Row) => number, fill: string) =>
      Plot.barX(own, {
        x1: (row: Row) => from(row) / row.all,
        x2: (row: Row) => to(row) / row.all,
        y: "name",
        fill,
        stroke: "var(--paper)",
        insetLeft: 0.5,
        insetRight: 0.5,
        insetTop: above(size),
      });
    return rowChart(
      own.map((row) => row.name),
      size,
      {
        ticks: [0, 0.25, 0.5, 0.75, 1],
        format: (tick) => label(tick, "share"),
        x: { domain: [0, 1] },
        names: 190,
        right: 22,
      },
      [
        hatch("unknown"),
        bar(
          () => 0,
          (row) => row.open,
          colourOf("open"),
        ),
        bar(
          (row) => row.open,
          (row) => row.open + row.unknown,
          hatched("unknown"),
        ),
        bar(
          (row) => row.open + row.unknown,
          (row) => row.all,
          colourOf("closed"),
        ),
        ...said(own, "open", above(size) / 2, (row) => row.open / 2 / row.all),
        ...said(own, "closed", above(size) / 2, (row) => (row.open + row.unknown + row.closed / 2) / row.all),
        Plot.text(own.slice(0, 1), {
          x: (row: Row) => (row.open + row.unknown / 2) / row.all,
          y: "name",
          text: () => "not recorded",
          dy: above(size) / 2,
          ...words,
        }),
      ],
    );
  },
  describe: (rows, { fact }) => ({
    alt: say`Stacked bars of access by field; access of ${fact("biology-unrecorded")} of biology models is not recorded.`,
    long: merge(
      rows.map(
        (row) =>
          say`${nameText(row.field)}: ${show.value(row.open, "models")} open, ${show.value(row.closed, "models")} closed, ${show.value(row.unknown, "models")} not recorded.`,
      ),
      " ",
    ),
  }),
});

/** A word inside its part of the bar of language models, where every part is wide enough. */
function said(
  rows: readonly (Row & { name: string })[],
  word: string,
  dy: number,
  x: (row: Row) => number,
): Plot.Markish[] {
  const own = rows.filter(({ field }) => field === "Language");
  return [Plot.text(own, { x, y: "name", text: () => word, fill: "var(--paper)", fontWeight: 600, dy })];
}
