import * as Plot from "@observablehq/plot";
import { utcYear } from "d3";
import { colourOf } from "#kit/colours.ts";
import type { Size } from "#kit/figure.ts";
import { instant } from "#kit/marks.ts";

/** The colour of a kind of repository. */
export function colourOfKind(kind: string): string {
  return colourOf(kind.toLowerCase());
}

/** A quiet axis of the first days of years between two days; a phone gets every second one. */
export function yearAxis(days: readonly string[], { phone }: Size): Plot.Markish {
  const sorted = [...days].sort();
  const [first, last] = [instant(sorted[0] ?? ""), instant(sorted.at(-1) ?? "")];
  const years = utcYear.range(utcYear.ceil(first), new Date(last.getTime() + 1));
  const every = phone && years.length > 4 ? 2 : 1;
  return Plot.axisX(
    years.filter((_, i) => i % every === 0),
    {
      tickFormat: (tick: Date) => String(tick.getUTCFullYear()),
      tickSize: 4,
      tickPadding: 8,
      color: "var(--quiet)",
      stroke: null,
    },
  );
}

/** The newest row of each kind. */
export function lastOf<R extends { readonly kind: string }>(rows: readonly R[], day: (row: R) => string): R[] {
  const groups = [...Map.groupBy(rows, ({ kind }) => kind).values()];
  return groups.flatMap((own) => own.toSorted((a, b) => (day(a) < day(b) ? -1 : 1)).slice(-1));
}
