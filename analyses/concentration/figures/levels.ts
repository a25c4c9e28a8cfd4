import * as Plot from "@observablehq/plot";
import { interval } from "#kit/facts.ts";
import { defineFigure, type FrameRow, type Size } from "#kit/figure.ts";
import { bare } from "#kit/format.ts";
import { merge, nameText, say, show } from "#kit/text.ts";
import { float, text } from "#loaders/schema/column.ts";
import { inked, powersTo, topAxis } from "./axes.ts";

const columns = {
  level: text("Level"),
  index: float("Herfindahl-Hirschman index", "index"),
  lower: float("Least that it can be", "index"),
  upper: float("Most that it can be", "index"),
  effective: float("Groups of equal size that would be as concentrated", "index"),
  unknown: float("Share of downloads of no known group", "share"),
};

type Row = FrameRow<typeof columns>;

/** Indices of concentration by level, with bounds where publishers are unknown. */
export const concentrationLevels = defineFigure({
  id: "concentration-levels",
  title: (_, { fact }) =>
    say`By country or region the index is ${show.value(interval(fact("hhi-country")).lower, "index")} to ${show.value(interval(fact("hhi-country")).upper, "index")}, if the registry is right`,
  subtitle: (_, { fact }) =>
    say`Herfindahl-Hirschman index of downloads over four levels, logarithmic axis, with its bounds. The whole Hub, ${fact("window-days")} days to ${show.day(fact("hub-models").basis.asOf)}`,
  reading: say`One group with everything would be at the right end. The bar is where the index lies, whoever the unknown publishers are. Models are all known; namespaces are counted by one convention, which the next figure varies.`,
  sensitivity: (_, { fact }) =>
    fact("hhi-country").variants.map((variant) => {
      const { lower, upper } = variant.bounds ?? { lower: variant.value, upper: variant.value };
      return {
        label: nameText(variant.label),
        value: say`countries and regions ${show.between(lower, upper, "index")}`,
      };
    }),
  assumptions: (_, { fact }) => [
    say`Canonical models, whose ids name no owner, are one group at the levels of namespaces and of groups; at that of groups the least takes them one by one.`,
    say`Namespaces without a row in the registry, ${fact("unregistered-share")} of downloads, are groups of their own; the most gives them, and canonical models, to the known group with the most downloads.`,
    say`Individuals have no country here, by rule. The country of ${fact("unknown-country")} of downloads is unknown; the dot shares them out as the known ones are.`,
  ],
  columns,
  n: "owners",
  plot: (rows, size) => {
    const row = size.phone ? 70 : 56;
    const least = 10 ** Math.floor(Math.log10(Math.min(...rows.map(({ lower }) => lower))));
    return {
      height: 40 + rows.length * row,
      marginLeft: size.phone ? 16 : 190,
      marginRight: size.phone ? 26 : 40,
      marginTop: 26,
      marginBottom: 8,
      x: { type: "log", domain: [least, 10_000] },
      y: { domain: rows.map(({ level }) => level), axis: null, padding: 0.5 },
      marks: [
        ...topAxis(
          powersTo(10_000).filter((tick) => tick >= least),
          (tick) => new Intl.NumberFormat("en-GB").format(tick),
        ),
        Plot.link(rows, {
          ...{ x1: "lower", x2: "upper", y: "level", stroke: "var(--quiet)", strokeOpacity: 0.45, strokeWidth: 9 },
        }),
        Plot.dot(rows, { x: (one: Row) => one.index, y: "level", r: 5, fill: "var(--ink)" }),
        ...names(rows, size),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Range chart of the concentration index by level on a log axis: models ${fact("hhi-model")}, namespaces ${fact("hhi-owner")}.`,
    long: merge(
      rows.map((row) => {
        const span = row.lower === row.upper ? say`` : say`, ${show.between(row.lower, row.upper, "index")}`;
        return say`${nameText(row.level)}: ${show.value(row.index, "index")}${span}, as ${show.value(row.effective, "index")} of equal size would be.`;
      }),
      " ",
    ),
  }),
});

/** Levels above the bars on a phone, at the left elsewhere; the index and the equal number beside the dots. */
function names(rows: readonly Row[], { phone }: Size): Plot.Markish[] {
  const number = (value: number): string => bare(value, "index");
  const said = (row: Row): string => `${number(row.index)}, as ${number(row.effective)} equal ones`;
  return [
    Plot.text(rows, {
      ...{ y: "level", text: "level", frameAnchor: "left", ...inked },
      ...(phone ? { textAnchor: "start", dy: -24 } : { textAnchor: "end", dx: -12 }),
    }),
    ...[false, true].map((high) =>
      Plot.text(
        rows.filter(({ index }) => index > 1000 === high),
        {
          ...{ x: "index", y: "level", text: said, dy: phone ? 18 : -16, ...inked },
          ...{ textAnchor: high ? "end" : "start", dx: high ? 10 : -10 },
        },
      ),
    ),
  ];
}
