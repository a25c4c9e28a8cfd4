import * as Plot from "@observablehq/plot";
import type { Fact } from "#kit/facts.ts";
import { defineFigure, type FrameRow, type Sensitivity } from "#kit/figure.ts";
import { list, merge, nameText, say, show } from "#kit/text.ts";
import { float, int, text } from "#loaders/schema/column.ts";
import { depths, told } from "../overlap.ts";
import { inked } from "./axes.ts";
import { overlapCurves } from "./curves.ts";

const columns = {
  population: text("Population, or publication"),
  origin: text("published, or computed here"),
  depth: int("First models by each measure", "models"),
  shared: int("Models among both", "models"),
  part: float("The same, over the models of one list", "share"),
};

type Row = FrameRow<typeof columns>;

const strokes = [
  { stroke: "var(--ink)", dash: "none" },
  { stroke: "var(--entity-models)", dash: "none" },
  { stroke: "var(--entity-rest)", dash: "5 4" },
];

const computed = (rows: readonly Row[]): Row[] => rows.filter(({ origin }) => origin === "computed");
const populations = (rows: readonly Row[]): string[] => [
  ...new Set(computed(rows).map(({ population }) => population)),
];
const at = (rows: readonly Row[], depth: number): Row[] => computed(rows).filter((row) => row.depth === depth);

/** What the most liked and the most downloaded share by depth, in every population, beside one published number. */
export const overlapByDepth = defineFigure({
  id: "overlap-by-depth",
  title: (rows, { fact }) => {
    const found = at(rows, told).map(({ shared }) => shared);
    const [least, most] = [Math.min(...found), Math.max(...found)];
    const said =
      least === most
        ? say`${show.value(least, "models")}`
        : say`${show.value(least, "models")} to ${show.value(most, "models")}`;
    return say`Of the first ${fact("depth-25")} by likes, ${said} are first by downloads`;
  },
  subtitle: (_, { fact }) =>
    say`Share of the first models by likes that are also among as many first by downloads in ${fact("window-days")} days, by how many are compared; each population on its last day`,
  reading: say`At the left end the first few models are compared, at the right end as many as the axis says. A line at the top would mean that both lists hold the same models; unrelated lists would lie on the axis. The ring is the one published number.`,
  sensitivity: (_, { fact }) => otherWays(fact("shared-25")),
  columns,
  n: "models",
  plot: (rows, size) => {
    const lines = populations(rows).map((name, i) => ({
      ...{ name, rows: computed(rows).filter(({ population }) => population === name) },
      ...(strokes[i] ?? { stroke: "var(--entity-rest)", dash: "2 3" }),
    }));
    const ring = rows.filter(({ origin }) => origin === "published");
    return overlapCurves(lines, size, [
      Plot.dot(ring, { x: "depth", y: "part", r: 5, fill: "var(--paper)", stroke: "var(--ink)", strokeWidth: 2 }),
      Plot.text(ring, { x: "depth", y: "part", text: "population", textAnchor: "start", dx: 10, dy: 2, ...inked }),
    ]);
  },
  describe: (rows, { fact }) => ({
    alt: say`Line chart of overlaps of most liked and most downloaded by depth; of ${fact("depth-25")} models of ${nameText(populations(rows)[0] ?? "")} ${fact("shared-25")} are the same.`,
    long: merge(
      populations(rows).map((name) => {
        const own = computed(rows).filter(({ population }) => population === name);
        const said = own.filter(({ depth }) => depths.some((one) => one === depth));
        return say`${nameText(name)}: ${list(said.map(({ depth, shared }) => say`${show.value(shared, "models")} of ${show.value(depth, "models")}`))}.`;
      }),
      " ",
    ),
  }),
});

/** What other ways to count give; those of other days together. */
function otherWays({ variants }: Fact): Sensitivity[] {
  const days = variants.filter(({ label }) => label.startsWith("listing of")).map(({ value }) => value);
  const others = variants.filter(({ label }) => !label.startsWith("listing of"));
  const spread = show.between(Math.min(...days), Math.max(...days), "models");
  return [
    ...others.map(({ label, value }) => ({ label: nameText(label), value: show.value(value, "models") })),
    ...(days.length === 0 ? [] : [{ label: say`the listings before`, value: spread }]),
  ];
}
