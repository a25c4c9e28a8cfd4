import * as Plot from "@observablehq/plot";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, list, merge, nameText, say, show } from "#kit/text.ts";
import { float, int, text } from "#loaders/schema/column.ts";
import { inked, powersTo, quiet, topAxis } from "./axes.ts";

const columns = {
  population: text("Population"),
  by: text("all, age, size or kind: what the group is of"),
  group: text("Group; kinds are those of owners"),
  liked: int("Models with a like", "models"),
  unliked: int("Models without any, left out", "models"),
  lower: float("Lower quartile of downloads for each like", "downloads"),
  median: float("Median of downloads for each like", "downloads"),
  upper: float("Upper quartile of downloads for each like", "downloads"),
};

type Row = FrameRow<typeof columns>;

const heads: Readonly<Record<string, string>> = { all: "All", age: "Age", size: "Parameters", kind: "Kind of owner" };
const key = ({ by, group }: Pick<Row, "by" | "group">): string => `${by} ${group}`;
const fills = ["var(--ink)", "var(--entity-models)", "var(--paper)"];

/** Medians and quartiles of downloads for each like, by population and group. */
export const downloadsPerLike = defineFigure({
  id: "downloads-per-like",
  title: (_, { fact }) => say`The median liked model has ${brief(fact("per-like"))} downloads a month for each like`,
  subtitle: (rows, { fact }) =>
    say`Downloads in ${fact("window-days")} days for each like: median (dot) and quartiles (line), models with a like, logarithmic axis; ${list(populations(rows).map((name, i) => say`${nameText(name)} (${marks[i] ?? "dot"})`))}`,
  reading: say`A dot further right is a group whose models are downloaded much for the likes that they have. Models without a like are left out, groups of few models too.`,
  sensitivity: (_, { fact }) =>
    fact("per-like").variants.map(({ label: name, value }) => ({
      label: nameText(name),
      value: say`${show.value(value, "downloads")} for each like`,
    })),
  columns,
  n: "liked-models",
  plot: (rows, size) => {
    const order = groupsOf(rows);
    const shown = populations(rows);
    const values = rows.flatMap(({ lower, median, upper }) => [lower, median, upper]).filter((value) => value > 0);
    const [least, most] = [Math.min(1, ...values), Math.max(...values)];
    const at = (value: number): number => Math.max(value, least);
    const [row, step] = [size.phone ? 54 : 34, shown.length > 1 ? 7 : 0];
    return {
      height: 40 + order.length * row,
      marginLeft: size.phone ? 14 : 190,
      marginRight: 20,
      marginTop: 26,
      marginBottom: 6,
      insetTop: size.phone ? 8 : 0,
      x: { type: "log", domain: [least * 0.9, most * 1.1], axis: null },
      y: { domain: order, axis: null, padding: 0.3 },
      color: { type: "identity" },
      marks: [
        ...topAxis(powersTo(most), (tick) => label(tick, "downloads")),
        ...shown.flatMap((name, i) => {
          const own = rows.filter(({ population }) => population === name);
          const dy = (i - (shown.length - 1) / 2) * step + (size.phone ? 6 : 0);
          return [
            Plot.link(own, {
              ...{ x1: ({ lower }: Row) => at(lower), x2: ({ upper }: Row) => at(upper), y: key, dy },
              ...{ stroke: "var(--quiet)", strokeWidth: 1.5 },
            }),
            Plot.dot(own, {
              ...{ x: ({ median }: Row) => at(median), y: key, dy, r: 4, fill: () => fills[i] ?? "var(--paper)" },
              ...{ stroke: "var(--ink)", strokeWidth: 1.5 },
            }),
          ];
        }),
        Plot.text(order, {
          ...{ y: (one: string) => one, text: named(rows), frameAnchor: "left" },
          ...(size.phone ? { textAnchor: "start", dx: -12, dy: -17 } : { textAnchor: "end", dx: -12 }),
          ...inked,
        }),
        Plot.text(
          order.filter((one) => one.startsWith("head ")),
          {
            ...{ y: (one: string) => one, text: (one: string) => heads[one.slice(5)] ?? "", frameAnchor: "left" },
            ...(size.phone ? { textAnchor: "start", dx: -12 } : { textAnchor: "end", dx: -12 }),
            ...{ fontWeight: 600, ...quiet },
          },
        ),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of downloads for each like by group; the median of all liked models is ${fact("per-like")}.`,
    long: merge(
      rows.map(
        (row) =>
          say`${nameText(row.population)}, ${nameText(row.by === "all" ? "all" : row.group)}: median ${show.value(row.median, "downloads")}, quartiles ${show.value(row.lower, "downloads")} and ${show.value(row.upper, "downloads")}, ${show.value(row.liked, "models")} models.`,
      ),
      " ",
    ),
  }),
});

const marks = ["ink", "violet", "hollow"];
const populations = (rows: readonly Row[]): string[] => [...new Set(rows.map(({ population }) => population))];

/** Groups from the top, under the heads of what they are of. */
function groupsOf(rows: readonly Row[]): string[] {
  return ["all", "age", "size", "kind"].flatMap((by) => {
    const own = [...new Set(rows.filter((row) => row.by === by).map(key))];
    return own.length === 0 ? [] : by === "all" ? own : [`head ${by}`, ...own];
  });
}

function named(rows: readonly Row[]): (one: string) => string {
  const groups = new Map(rows.map((row) => [key(row), row.by === "all" ? "all models with a like" : row.group]));
  return (one) => groups.get(one) ?? "";
}
