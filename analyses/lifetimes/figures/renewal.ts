import * as Plot from "@observablehq/plot";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { float, int, text } from "#loaders/schema/column.ts";
import { inked } from "./marks.ts";

const columns = {
  namespace: text("Namespace"),
  difference: float("Downloads of older models in gaps with a release, against gaps without", "percent-more"),
  gaps_with: int("Gaps between crawls with a release"),
  gaps_without: int("Gaps without one"),
};

type Row = FrameRow<typeof columns>;

const ticks = [0.25, 0.5, 1, 2, 4];

/** How older models do when their namespace releases others. */
export const renewal = defineFigure({
  id: "renewal",
  title: (_, { fact }) =>
    say`Older models do better beside a release in ${brief(fact("renewal-better"))} of ${brief(fact("renewal-namespaces"))} namespaces`,
  subtitle: (_, { fact }) =>
    say`Change of older models' downloads in gaps between crawls with a release, over that in gaps without one, by namespace, logarithmic axis; each gap held against the median namespace. Namespaces that ${nameText("OSIR-LMTS")} crawls, to ${show.day(fact("renewal-namespaces").basis.asOf)}`,
  reading: say`Right of the line older models do better when a new one appears beside them; left of it, worse. Small dots rest on a single gap of one kind.`,
  columns,
  n: "renewal-namespaces",
  plot: (rows, size) => {
    const y = ({ namespace }: Row): string => namespace;
    const ends = rows.map(times);
    const domain = [Math.min(0.25, ...ends) * 0.94, Math.max(2.5, ...ends) * 1.06];
    const shown = ticks.filter((tick) => tick >= (domain[0] ?? 0) && tick <= (domain[1] ?? 9));
    return {
      height: 44 + rows.length * 22,
      marginLeft: size.phone ? 146 : 190,
      marginRight: 16,
      marginTop: 30,
      marginBottom: 8,
      x: { type: "log", domain },
      y: { domain: rows.map(y), axis: null, padding: 0.3 },
      marks: [
        Plot.gridX(shown, { stroke: "var(--rule)", strokeOpacity: 1 }),
        Plot.axisX(shown, {
          ...{ anchor: "top", text: (tick: number) => `${tick}×`, tickSize: 0 },
          ...{ color: "var(--quiet)", label: null },
        }),
        Plot.ruleX([1], { stroke: "var(--ink)", strokeWidth: 1.25 }),
        Plot.link(rows, { x1: () => 1, x2: times, y1: y, y2: y, stroke: "var(--quiet)", strokeWidth: 1 }),
        Plot.dot(rows, {
          ...{ x: times, y, fill: "var(--ink)" },
          r: ({ gaps_with, gaps_without }: Row) => (Math.min(gaps_with, gaps_without) > 1 ? 5 : 3),
        }),
        Plot.text(rows, {
          y,
          text: ({ namespace }: Row) => shortened(namespace, size.phone),
          frameAnchor: "left",
          textAnchor: "end",
          dx: -10,
          ...inked,
        }),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of older models' change with a release beside them: better for ${fact("renewal-better")} of ${fact("renewal-namespaces")} namespaces.`,
    long: merge(
      rows.map(
        (row) =>
          say`${nameText(row.namespace)}: ${show.value(times(row), "times")}, of ${show.value(row.gaps_with, "counts")} gaps with a release and ${show.value(row.gaps_without, "counts")} without.`,
      ),
      " ",
    ),
  }),
});

const times = ({ difference }: Row): number => 1 + difference;

function shortened(name: string, phone: boolean): string {
  return phone && name.length > 17 ? `${name.slice(0, 16)}…` : name;
}
