import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { hatch, hatched } from "#kit/draw/hatch.ts";
import { defineFigure, type FrameRow, type Size } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, list, merge, nameText, say, show, type Text } from "#kit/text.ts";
import { float, text } from "#loaders/schema/column.ts";
import { bands } from "../bands.ts";
import { bandEnds } from "../tables/standings.ts";
import { inBlocks, placeOf } from "./lines.ts";

const columns = {
  population: text("Population"),
  counted: text("What weighs the same: each model, or each download"),
  size: text("Total parameters"),
  share: float("Part of all, missing sizes included", "share"),
};

type Row = FrameRow<typeof columns>;

/** Opacity of each class in the one colour of models, the smallest lightest. */
const tones = [0.12, 0.4, 0.86, 1] as const;

/** Parts from which a bar has room for its number. */
const room = { wide: 0.06, phone: 0.13 } as const;

/** Parts of models and of downloads by class of sizes. */
export const sizeBands = defineFigure({
  id: "size-bands",
  title: (_rows, { fact }) =>
    say`${brief(fact("under-1b-models"))} of models of known size are under ${end(0)}, with ${brief(fact("under-1b-downloads"))} of downloads`,
  subtitle: (rows, { fact }) =>
    say`Part of downloaded models, and of downloads, by total parameters: up to ${end(0)}, ${end(1)}, ${end(2)} and above, darker as they get large; hatched where the size is unknown. ${merge(
      days(rows).map(([name, id]) => say`${nameText(name)} on ${show.day(fact(id).basis.asOf)}`),
      ", ",
    )}`,
  reading: say`Each bar is the whole of one count. What is hatched could belong to any class; the title speaks of known sizes alone.`,
  columns,
  n: "models-together",
  plot: (rows, size) => {
    const bars = stacked(rows);
    const lines = [...Map.groupBy(rows, (row) => placeOf({ block: row.population, row: row.counted }))].map(
      ([, [first]]) => ({ block: first?.population ?? "", row: first?.counted ?? "", said: "" }),
    );
    const inset = size.phone ? { insetTop: 13, insetBottom: 0 } : { insetTop: 1, insetBottom: 1 };
    const common = { x1: "from", x2: "until", y: placeOf, insetLeft: 1.5, insetRight: 1.5, ...inset } as const;
    const known = bars.filter(({ tone }) => tone !== null);
    const marks = [
      hatch("unknown"),
      Plot.barX(known, { ...common, fill: colourOf("models"), fillOpacity: "tone", stroke: colourOf("models") }),
      Plot.barX(
        bars.filter(({ tone }) => tone === null),
        { ...common, fill: hatched("unknown"), stroke: colourOf("unknown") },
      ),
      Plot.text(known.filter(fits(size)), {
        x: (bar: Bar) => (bar.from + bar.until) / 2,
        ...{ y: placeOf, text: (bar: Bar) => label(bar.share, "share"), dy: size.phone ? 6 : 0 },
        fill: (bar: Bar) => ((bar.tone ?? 0) > 0.6 ? "var(--paper)" : "var(--ink)"),
      }),
    ];
    const format = (tick: number): string => label(tick, "share");
    const options = { scale: "linear", domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], format } as const;
    return {
      ...inBlocks(lines, size, { ...options, names: 160, words: 24 }, marks),
      color: { type: "identity" },
      opacity: { type: "identity" },
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Stacked bars of models and downloads by size; under ${end(0)} ${brief(fact("under-1b-models"))} of models, ${brief(fact("under-1b-downloads"))} of downloads.`,
    long: merge(
      [...Map.groupBy(rows, (row) => `${row.population}, ${row.counted}`)].map(
        ([name, own]) =>
          say`${nameText(name)}: ${list(own.map((row) => say`${nameText(row.size)} ${show.value(row.share, "share")}`))}.`,
      ),
      " ",
    ),
  }),
});

/** Where a class ends, as labels have it. */
function end(place: 0 | 1 | 2): Text {
  return show.label(bandEnds[place], "parameters");
}

type Bar = ReturnType<typeof stacked>[number];

const fits =
  ({ phone }: Size) =>
  (bar: Bar): boolean =>
    bar.share >= (phone ? room.phone : room.wide);

/** Bars with where they begin and end in their line. */
function stacked(rows: readonly Row[]) {
  return [...Map.groupBy(rows, ({ population, counted }) => `${population} / ${counted}`).values()].flatMap((own) => {
    let until = 0;
    return own.map((row) => {
      const from = until;
      until += row.share;
      const place = bands.findIndex(({ label: name }) => name === row.size);
      return { ...row, block: row.population, row: row.counted, from, until, tone: tones[place] ?? null };
    });
  });
}

function days(rows: readonly Row[]): (readonly [string, string])[] {
  const names = [...new Set(rows.map(({ population }) => population))];
  return names.map((name, i) => [i === 0 ? name : name.toLowerCase(), i === 0 ? "models" : "recent-models"] as const);
}
