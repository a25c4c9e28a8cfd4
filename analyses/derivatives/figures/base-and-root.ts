import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, list, nameText, say, show } from "#kit/text.ts";
import { bool, float, int, text } from "#loaders/schema/column.ts";
import { whose } from "../wording.ts";

const columns = {
  company: text("Company"),
  place: text("Country or region of its main base, by its code"),
  copies: bool("Whether it re-uploads models of others"),
  base_models: int("Models that name one of its models as base", "models"),
  root_models: int("Models that go back to one of its models", "models"),
  base: float("Share of derived models that name one of its models as base", "share"),
  root: float("Share of derived models that go back to one of its models", "share"),
  root_most: float("The same if every copy of a re-uploader went back to it", "share"),
};

type Row = FrameRow<typeof columns>;

/** Whom models build on, one step back and at the root. */
export const baseAndRoot = defineFigure({
  id: "base-and-root",
  title: (rows, { fact }) => {
    const [base, root] = [first(rows, "base"), first(rows, "root")];
    if (base.company === root.company)
      return say`${brief(fact("derived"))} models build on ${nameText(base.company)} first, one step back and at the root`;
    return say`${nameText(base.company)} is the base of ${show.label(base.base, "share")}, ${nameText(root.company)} the root of ${show.label(root.root, "share")}`;
  },
  subtitle: (_rows, { fact, basis }) =>
    say`Share of ${fact("derived")} derived models that build on each company: named as base (ring), and at the end of the chain of bases (dot). ${nameText(whose(basis).listed)}, ${show.day(basis.asOf)}. Individuals are left out`,
  reading: say`A line from a ring on the right to a dot on the left is a company whose models are mostly made from others'. The thin bar shows how far the dot could move if all copies of re-uploaders were its own. A model with several bases counts once for each company.`,
  columns,
  n: "derived",
  plot: (rows, size) => {
    const colour = ({ place, copies }: Row): string => colourOf(copies ? "unknown" : place);
    const end = (row: Row): number => Math.max(row.base, row.root_most);
    const top = Math.ceil(Math.max(...rows.map(end)) * 10) / 10;
    const ticks = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].filter((tick) => tick <= top + 1e-9);
    const said = (row: Row): string => `${label(row.base, "share")}, root ${label(row.root, "share")}`;
    const halo = { fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4 } as const;
    return {
      height: 34 + rows.length * (size.phone ? 44 : 32),
      marginLeft: size.phone ? 12 : 150,
      marginRight: size.phone ? 16 : 150,
      marginTop: 26,
      insetTop: size.phone ? 12 : 0,
      marginBottom: 6,
      x: { domain: [0, top], axis: null },
      y: { domain: rows.map(({ company }) => company), axis: null, padding: 0.4 },
      color: { type: "identity" },
      marks: [
        Plot.gridX(ticks, { stroke: "var(--rule)", strokeOpacity: 1 }),
        Plot.axisX(ticks, {
          ...{ anchor: "top", tickFormat: (tick: number) => label(tick, "share"), tickSize: 0, label: null },
          color: "var(--quiet)",
        }),
        Plot.link(rows, { x1: "root", x2: "root_most", y: "company", stroke: "var(--quiet)", strokeWidth: 1 }),
        Plot.link(rows, { x1: "base", x2: "root", y: "company", stroke: colour, strokeWidth: 2.5 }),
        Plot.dot(rows, { x: "base", y: "company", r: 4.5, fill: "var(--paper)", stroke: colour, strokeWidth: 2 }),
        Plot.dot(rows, { x: "root", y: "company", r: 4.5, fill: colour }),
        Plot.text(rows, {
          ...{ ...halo, y: "company", frameAnchor: "left" },
          text: (row: Row) => (size.phone ? `${row.company}: ${said(row)}` : row.company),
          textAnchor: size.phone ? "start" : "end",
          dx: size.phone ? -12 : -10,
          dy: size.phone ? -16 : 0,
        }),
        ...(size.phone
          ? []
          : [Plot.text(rows, { ...halo, x: end, y: "company", text: said, textAnchor: "start", dx: 10 })]),
      ],
    };
  },
  describe: (rows) => {
    const [base, root] = [first(rows, "base"), first(rows, "root")];
    return {
      alt: say`Dot chart of derived models by company: base ${nameText(base.company)} ${show.label(base.base, "share")}, root ${nameText(root.company)} ${show.label(root.root, "share")}.`,
      long: say`${list(rows.map((row) => say`${nameText(row.company)} ${show.value(row.base, "share")} as base and ${show.value(row.root, "share")} as root`))}.`,
    };
  },
});

function first(rows: readonly Row[], by: "base" | "root"): Row {
  return rows.reduce((a, b) => (b[by] > a[by] ? b : a));
}
