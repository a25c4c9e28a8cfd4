import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import type { Size } from "#kit/figure.ts";
import { label } from "#kit/format.ts";

/** One row of ratios around one. */
export interface AgainstRow {
  readonly row: string;
  /** One step back; null where that is not counted. */
  readonly base: number | null;
  /** At the root; null where that is not counted. */
  readonly root: number | null;
}

/** A row as it is drawn, with how far what is unknown could move the root. */
export interface Drawn extends AgainstRow {
  readonly lower?: number | null;
  readonly upper?: number | null;
}

const ticks = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];

/** Rows of two ratios on a logarithmic axis with a rule at one: rings one step back, dots at the root. */
export function againstRows(rows: readonly Drawn[], size: Size, names: number): Plot.PlotOptions {
  const values = rows.flatMap(({ base, root, lower, upper }) =>
    [base, root, lower, upper].filter((one) => one != null),
  );
  const [least, most] = [Math.min(...values, 0.5) / 1.15, Math.max(...values, 2) * 1.15];
  const inside = ticks.filter((tick) => tick >= least && tick <= most);
  const said = ({ base, root }: Drawn): string =>
    [base === null ? [] : [label(base, "times")], root === null ? [] : [`root ${label(root, "times")}`]]
      .flat()
      .join(", ");
  const halo = { fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4 } as const;
  const both = rows.filter(({ base, root }) => base !== null && root !== null);
  const spans = rows.filter(({ lower, upper }) => lower != null && upper != null);
  const colour = colourOf("CN");
  return {
    height: 34 + rows.length * (size.phone ? 58 : 30),
    marginLeft: size.phone ? 14 : names,
    marginRight: size.phone ? 18 : 128,
    marginTop: 26,
    insetTop: size.phone ? 24 : 0,
    marginBottom: 6,
    x: { type: "log", domain: [least, most], axis: null },
    y: { domain: rows.map(({ row }) => row), axis: null, padding: 0.4 },
    marks: [
      Plot.gridX(inside, { stroke: "var(--rule)", strokeOpacity: 1 }),
      Plot.ruleX([1], { stroke: "var(--ink)", strokeWidth: 1.5 }),
      Plot.text(inside, {
        ...{ x: (tick: number) => tick, text: (tick: number) => label(tick, "times"), fill: "var(--quiet)" },
        ...{ frameAnchor: "top", dy: -14 },
      }),
      Plot.link(spans, { x1: "lower", x2: "upper", y: "row", stroke: "var(--quiet)", strokeWidth: 1 }),
      Plot.link(both, { x1: "base", x2: "root", y: "row", stroke: colour, strokeWidth: 2 }),
      Plot.dot(
        rows.filter(({ base }) => base !== null),
        {
          ...{ x: "base", y: "row", r: 4.5, fill: "var(--paper)", stroke: colour, strokeWidth: 2 },
        },
      ),
      Plot.dot(
        rows.filter(({ root }) => root !== null),
        { x: "root", y: "row", r: 4.5, fill: colour },
      ),
      Plot.text(rows, {
        ...{ ...halo, y: "row", frameAnchor: "left" },
        text: (row: Drawn) => (size.phone ? `${row.row}\n${said(row)}` : row.row),
        textAnchor: size.phone ? "start" : "end",
        dx: size.phone ? -14 : -12,
        ...(size.phone ? { dy: -9, lineAnchor: "bottom" as const, lineHeight: 1.2 } : {}),
      }),
      ...(size.phone
        ? []
        : [Plot.text(rows, { ...halo, y: "row", frameAnchor: "right", text: said, textAnchor: "start", dx: 12 })]),
    ],
  };
}
