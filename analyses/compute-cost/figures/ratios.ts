import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { type Context, defineFigure, type FrameRow, type Size } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, list, merge, nameText, say, show } from "#kit/text.ts";
import { date, float, int, nullable, text } from "#loaders/schema/column.ts";
import { headlineRule } from "../peers.ts";
import { otherRules } from "../variants.ts";
import { logAxis, logDomain } from "./log.ts";

const columns = {
  year: text("Year of release"),
  released_month: date("Month of release"),
  model: nullable(text("Model, where it is among the ten closed models that most providers sell")),
  modality: text("Modality"),
  context: text("Longest context, tokens"),
  price: float("Blended price", "usd-per-mtok"),
  ratio: float("Price over the median of its open peers", "times"),
  peers: int("Open peers", "models"),
  models: int("Closed models with these values", "models"),
};

type Row = FrameRow<typeof columns>;

const marks = [1, 10, 100, 1000];

/** Longest contexts of the classes in `tables/offers.ts`, in tokens. */
const classes = [32_768, 300_000];

/** One dot a closed model. */
const dots = (rows: readonly Row[]): Row[] => rows.flatMap((row) => Array<Row>(row.models).fill(row));

/** Every closed model's price over that of its open peers, by year of release. */
export const priceRatios = defineFigure({
  id: "price-ratios",
  title: (_, { fact }) =>
    say`Closed models cost ${brief(fact("median-ratio"))} their open peers at the median of ${fact("closed-compared")} that can be compared`,
  subtitle: (_, { fact }) =>
    say`Price of each closed model over the median price of its open peers, logarithmic axis, by year of release. Prices of ${show.day(String(fact("models-dev-day").value))}. Strokes are medians of the year; shares are of all closed models compared`,
  reading: say`Each dot is one closed model. Right of the bold line it costs more than its open peers, left of it less.`,
  assumptions: () => [
    say`A model's price is three parts input and one part output by the token, at the median provider; offers that cost nothing are left out.`,
    say`Peers are open models released at most ${show.value(headlineRule.months, "months")} before or after, of the same modality and class of context; by calendar month; at least ${show.value(headlineRule.peers, "models")} are needed. The classes end at ${list(classes.map((end) => show.value(end, "tokens")))} tokens.`,
    say`One vote a model. Peers are not of equal quality: nothing here measures that.`,
  ],
  sensitivity: (_, { fact }) =>
    otherRules.flatMap(({ label: name }) => {
      const [middle, above] = [fact("median-ratio"), fact("share-above-10")].map(({ variants }) =>
        variants.find((variant) => variant.label === name),
      );
      if (middle === undefined || above === undefined) return [];
      return [
        {
          label: nameText(name),
          value: say`median ${show.label(middle.value, "times")}, above ${brief(fact("claimed-low"))}: ${show.label(above.value, "share")}`,
        },
      ];
    }),
  columns,
  n: "closed-compared",
  plot: (rows, size, { fact }) => {
    const every = dots(rows);
    const domain = logDomain([...every.map(({ ratio }) => ratio), 1000], 1.25);
    const years = [...new Set(rows.map(({ year }) => year))].sort();
    const medians = years.map((year) => ({ year, ratio: Number(fact(`ratio-${year}`).value) }));
    return {
      height: 58 + years.length * (size.phone ? 100 : 92),
      marginLeft: 44,
      marginRight: size.phone ? 30 : 36,
      marginTop: 44,
      marginBottom: 6,
      x: { type: "log", domain },
      fy: { domain: years, label: null, axis: null, padding: 0.12 },
      marks: [
        ...logAxis(marks, (tick) => `${label(tick, "times")}\n${above(tick, fact, size)}`),
        Plot.ruleX([1], { stroke: "var(--ink)", strokeWidth: 1.5 }),
        Plot.text(years, {
          fy: (year: string) => year,
          frameAnchor: "left",
          textAnchor: "end",
          dx: -10,
          text: (year: string) => year,
          fontWeight: 600,
          fill: "var(--ink)",
        }),
        Plot.tickX(medians, { x: "ratio", fy: "year", stroke: "var(--ink)", strokeWidth: 2 }),
        Plot.dot(
          every,
          Plot.dodgeY("middle", {
            x: "ratio",
            fy: "year",
            r: size.phone ? 3 : 4,
            fill: colourOf("closed"),
            padding: 1,
          }),
        ),
        ...(size.phone ? [] : names(rows)),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot plot on a log axis: ${fact("closed-compared")} closed models over their open peers, median ${fact("median-ratio")}.`,
    long: say`${merge(
      marks.map((mark) => say`Above ${show.value(mark, "times")}: ${fact(`share-above-${mark}`)}.`),
      " ",
    )} Below one: ${fact("share-below-1")}. Medians by year of release: ${list(
      [...new Set(rows.map(({ year }) => year))]
        .sort()
        .map((year) => say`${show.value(Number(fact(`ratio-${year}`).value), "times")} in ${year}`),
    )}.`,
  }),
});

/** Share of closed models above a threshold, under its tick. */
function above(mark: number, fact: Context["fact"], { phone }: Size): string {
  const share = label(Number(fact(`share-above-${mark}`).value), "share");
  return phone ? share : `${share} above`;
}

/** Names of the models that most providers sell, by turns above and below their dots. */
function names(rows: readonly Row[]): Plot.Markish[] {
  const named = rows.filter(({ model }) => model !== null).sort((a, b) => a.ratio - b.ratio);
  return named.map((row, i) =>
    Plot.text([row], {
      x: "ratio",
      fy: "year",
      text: "model",
      dy: i % 2 === 0 ? -20 : 20,
      fill: "var(--quiet)",
      stroke: "var(--paper)",
      strokeWidth: 3,
      fontSize: 12,
    }),
  );
}
