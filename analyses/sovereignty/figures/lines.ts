import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import type { Size } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { endLabels, instant, monthAxis, valueAxis } from "#kit/marks.ts";

/** A share of one place on one day, with the span of all scenarios. */
export interface BandRow {
  readonly observed_on: string;
  readonly place: string;
  readonly code: string;
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

const height = 340;

/** Lines of shares with bands, each named at its end. */
export function shareLines(
  rows: readonly BandRow[],
  places: readonly string[],
  withBand: readonly string[],
  size: Size,
): Plot.PlotOptions {
  const drawn = rows.filter(({ code }) => places.includes(code));
  const banded = drawn.filter(({ code }) => withBand.includes(code));
  const days = [...new Set(drawn.map((row) => row.observed_on))].sort();
  const x = (row: BandRow): Date => instant(row.observed_on);
  const top = Math.max(...drawn.map((row) => row.upper));
  const domain = [0, Math.min(1, Math.ceil(top * 10) / 10)];
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].filter((tick) => tick <= (domain[1] ?? 1));
  const last = drawn.filter((row) => row.observed_on === days.at(-1));
  return {
    height,
    marginLeft: 50,
    marginRight: size.phone ? 100 : 160,
    x: { type: "utc", label: null },
    y: { domain, label: null },
    marks: [
      ...valueAxis(ticks, (tick) => label(tick, "share")),
      monthAxis(days, size),
      Plot.areaY(banded, {
        x,
        y1: "lower",
        y2: "upper",
        z: "place",
        fill: ({ code }: BandRow) => colourOf(code),
        fillOpacity: 0.18,
      }),
      ...[banded, drawn.filter((row) => !banded.includes(row))].map((own, i) =>
        Plot.lineY(own, {
          x,
          y: "share",
          z: "place",
          stroke: ({ code }: BandRow) => colourOf(code),
          strokeWidth: 2.25,
          ...(i === 1 ? { strokeDasharray: "6 3" } : {}),
        }),
      ),
      Plot.dot(last, { x, y: "share", fill: ({ code }: BandRow) => colourOf(code), r: 3.5 }),
      endLabels(
        last.map((row) => ({ x: x(row), y: row.share, text: ending(row, size) })),
        (size.phone ? 36 : 20) / height,
      ),
    ],
    color: { type: "identity" },
  };
}

function ending(row: BandRow, { phone }: Size): string {
  return `${row.place}${phone ? "\n" : " "}${label(row.share, "share")}`;
}
