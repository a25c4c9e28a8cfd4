import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { hatch, hatched } from "#kit/draw/hatch.ts";
import type { FrameRow, Size } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { float, int, text } from "#loaders/schema/column.ts";

/** Columns of shares that make up a row. */
export const columns = {
  row: text("Which models"),
  origin: text("Place of the publisher of what they build on"),
  code: text("Its code; copy for copies of re-uploaders, ZZ where it is not known"),
  models: int("Derived models of the row", "models"),
  share: float("Share of them", "share"),
};

export type StackRow = FrameRow<typeof columns>;

const fill = ({ code }: StackRow): string => {
  if (code === "ZZ") return hatched("unknown");
  if (code === "copy") return "var(--quiet)";
  return colourOf(code);
};

/** Segments below this share have no number inside. */
const least = (phone: boolean): number => (phone ? 0.14 : 0.085);

/** Bars of one whole each, their segments in the order of the rows, named above the first bar by a key of words. */
export function stackRows(rows: readonly StackRow[], size: Size, names: number): Plot.PlotOptions {
  const placed = [...Map.groupBy(rows, ({ row }) => row).values()].flatMap((own) => {
    let sum = 0;
    return own.map((one) => {
      const from = sum;
      sum += one.share;
      return { ...one, from, to: sum };
    });
  });
  const inside = placed.filter(({ share }) => share >= least(size.phone));
  const bars = new Set(rows.map(({ row }) => row)).size;
  const key = [...new Map(rows.filter(({ share }) => share > 0).map((row) => [row.code, row])).values()];
  const lines = size.phone ? Math.ceil(key.length / 2) : 1;
  const marginTop = 14 + lines * 22;
  const before = (i: number): number => key.slice(0, i).reduce((sum, { origin }) => sum + 32 + origin.length * 7, -60);
  const dx = (i: number): number => (size.phone ? (i % 2) * 150 : before(i));
  const dy = (i: number): number => -marginTop + 12 + (size.phone ? Math.floor(i / 2) * 22 : 0);
  return {
    height: marginTop + bars * (size.phone ? 52 : 34) + 8,
    marginLeft: size.phone ? 4 : names,
    marginRight: 12,
    marginTop,
    insetTop: size.phone ? 16 : 0,
    marginBottom: 6,
    x: { domain: [0, 1], axis: null },
    y: { type: "band", domain: [...new Set(rows.map(({ row }) => row))], axis: null, padding: size.phone ? 0.5 : 0.3 },
    color: { type: "identity" },
    marks: [
      hatch("unknown"),
      Plot.barX(placed, { x1: "from", x2: "to", y: "row", fill, stroke: "var(--paper)", strokeWidth: 1 }),
      Plot.text(inside, {
        ...{ x: ({ from, to }: { from: number; to: number }) => (from + to) / 2, y: "row" },
        text: ({ share }: StackRow) => label(share, "share"),
        ...{ fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4 },
        fontWeight: 600,
      }),
      ...key.flatMap((row, i) => [
        Plot.dot([row], { frameAnchor: "top-left", r: 5, symbol: "square", fill, dx: dx(i) + 6, dy: dy(i) }),
        Plot.text([row], {
          ...{ frameAnchor: "top-left", text: "origin", textAnchor: "start", dx: dx(i) + 16, dy: dy(i) },
          ...{ lineAnchor: "middle", fill: "var(--ink)" },
        }),
      ]),
      Plot.text([...new Set(rows.map(({ row }) => row))], {
        ...{ y: (row: string) => row, text: (row: string) => row, frameAnchor: "left", fill: "var(--ink)" },
        ...{ stroke: "var(--paper)", strokeWidth: 4 },
        textAnchor: size.phone ? "start" : "end",
        dx: size.phone ? 0 : -10,
        dy: size.phone ? -21 : 0,
      }),
    ],
  };
}
