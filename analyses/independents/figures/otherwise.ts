import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { interval } from "#kit/facts.ts";
import { defineFigure, type FrameRow, type Size } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { merge, nameText, say, show } from "#kit/text.ts";
import { float, text } from "#loaders/schema/column.ts";

const columns = {
  group: text("Whose share"),
  count: text("How it is counted"),
  share: float("Share of downloads that is known to be theirs", "share"),
  lower: float("Least that it can be", "share"),
  upper: float("Most that it can be", "share"),
};

type Row = FrameRow<typeof columns>;

const words: Readonly<Record<string, string>> = { industry: "Companies", independent: "Individuals and communities" };
const inked = { fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4 } as const;

/** What companies and independents have of downloads, counted in every other way. */
export const otherwise = defineFigure({
  id: "kinds-otherwise",
  title: (_, { fact }) =>
    say`Companies drew ${spanOf(fact("industry-downloads"))} of downloads, individuals and communities ${spanOf(fact("independent-downloads"))}`,
  subtitle: (_, { fact }) =>
    say`Share of downloads in a month: what is known (dot) and what is possible (line), as counted here and in other ways. ${fact("models")} models of the whole Hub, ${show.month(fact("models").basis.asOf)}`,
  reading: say`Each row is one way to count. The dot is what owners of that kind are known to have, the line goes on to what they would have if all that is unknown were theirs. No two groups can be at the end of their lines at once.`,
  assumptions: () => [
    say`Contested owners are those that the registry lists under another kind as well: in where that kind is this one, out where it is another.`,
    say`Low and medium confidence are the registry’s own words on how sure a classification is.`,
  ],
  columns,
  n: "models",
  plot: (rows, size) => {
    const row = size.phone ? 44 : 27;
    const ticks = [0, 0.25, 0.5, 0.75, 1];
    return {
      height: 34 + order(rows).length * row,
      marginLeft: size.phone ? 16 : 300,
      marginRight: size.phone ? 20 : 120,
      marginTop: 28,
      marginBottom: 6,
      x: { domain: [0, 1], axis: null },
      y: { domain: order(rows), axis: null, padding: 0.4 },
      color: { type: "identity" },
      marks: [
        Plot.gridX(ticks, { stroke: "var(--rule)", strokeOpacity: 1 }),
        Plot.axisX(ticks, {
          ...{ anchor: "top", tickSize: 0, color: "var(--quiet)", label: null },
          tickFormat: (tick: number) => label(tick, "share"),
        }),
        Plot.link(rows, { x1: "lower", x2: "upper", y: key, stroke: colour, strokeWidth: 3 }),
        Plot.dot(rows, { x: "share", y: key, r: 5.5, fill: colour, stroke: "var(--paper)", strokeWidth: 1.5 }),
        ...named(rows, size),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Range chart of download shares counted otherwise: companies ${spanOf(fact("industry-downloads"))}, independents ${spanOf(fact("independent-downloads"))}.`,
    long: merge(
      rows.map((row) => say`${nameText(said(row))}: ${show.between(row.lower, row.upper, "share")}.`),
      " ",
    ),
  }),
});

const key = ({ group, count }: Row): string => `${group} ${count}`;
const headOf = (group: string): string => `head of ${group}`;
const colour = ({ group }: Row): string => colourOf(group);
const span = ({ lower, upper }: Row): string => `${label(lower, "share")} to ${label(upper, "share")}`;
const said = ({ group, count }: Row): string => `${words[group]}, ${count}`;

const spanOf = (fact: Parameters<typeof interval>[0]) => {
  const { lower, upper } = interval(fact);
  return say`${show.label(lower, "share")} to ${show.label(upper, "share")}`;
};

/** Rows in order, with one for the name of each group before its own. */
function order(rows: readonly Row[]): string[] {
  return rows.flatMap((row, i) => (rows[i - 1]?.group === row.group ? [key(row)] : [headOf(row.group), key(row)]));
}

function named(rows: readonly Row[], { phone }: Size): Plot.Markish[] {
  const groups = [...new Set(rows.map(({ group }) => group))].map((group) => ({ group, y: headOf(group) }));
  return [
    Plot.text(groups, {
      ...{ y: "y", text: ({ group }) => words[group], frameAnchor: "left", textAnchor: "start", ...inked },
      ...{ fontWeight: 600, dx: phone ? -10 : -300, dy: phone ? 8 : 3 },
    }),
    Plot.text(rows, {
      ...{ y: key, text: "count", frameAnchor: "left", ...inked },
      ...(phone ? { textAnchor: "start", dx: -10, dy: -16 } : { textAnchor: "end", dx: -14 }),
    }),
    Plot.text(rows, {
      ...{ y: key, text: span, frameAnchor: "right", fill: "var(--ink)" },
      ...(phone ? { textAnchor: "end", dx: 16, dy: -16 } : { textAnchor: "start", dx: 14 }),
    }),
  ];
}
