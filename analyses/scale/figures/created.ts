import * as Plot from "@observablehq/plot";
import { max, ticks } from "d3";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label, month } from "#kit/format.ts";
import { endLabels, instant, valueAxis } from "#kit/marks.ts";
import { brief, merge, nameText, say, show, type Text } from "#kit/text.ts";
import { bool, date, int, text } from "#loaders/schema/column.ts";
import { wording } from "../wording.ts";
import { colourOfKind, lastOf, yearAxis } from "./marks.ts";

const columns = {
  ends: date("Last day of the month of creation"),
  kind: text("Kind of repository"),
  listing: text("Listing or snapshot that still has them"),
  earlier: bool("Whether an older listing stands in for months that the newest cannot date"),
  created: int("Repositories created in the month and still listed", "repositories"),
  total: int("Repositories created by the end of the month and still listed", "repositories"),
};

type Row = FrameRow<typeof columns>;

/** What each month added, of that which was still there when it was listed. */
export const createdByMonth = defineFigure({
  id: "created-by-month",
  title: (_rows, { fact }) =>
    say`${show.month(String(fact("models-last-month-day").value))} added ${brief(fact("models-last-month"))} models that the listing still has`,
  subtitle: (rows, { basis }) =>
    say`Repositories ${nameText(wording(basis).of)} created in each whole month and still listed. What was deleted before the listing is missing${rows.some(({ earlier }) => earlier) ? say`; dashed: months that only an older listing dates` : say``}`,
  columns,
  n: "repositories-listed",
  time: { on: "ends", counts: ["models", "datasets", "created"], members: "fixed" },
  plot: (rows, size) => {
    const x = ({ ends }: Row): Date => instant(ends);
    const stroke = ({ kind }: Row): string => colourOfKind(kind);
    const top = max(rows, ({ created }) => created) ?? 1;
    const last = lastOf(rows, ({ ends }) => ends);
    const [old, own] = [true, false].map((is) => rows.filter(({ earlier }) => earlier === is)) as [Row[], Row[]];
    const line = { x, y: "created", z: "kind", stroke, strokeWidth: 2.25 } as const;
    return {
      height: 320,
      marginLeft: 56,
      marginRight: size.phone ? 92 : 180,
      x: { type: "utc", label: null },
      y: { domain: [0, top * 1.05], label: null },
      marks: [
        ...valueAxis(ticks(0, top, 4), (tick) => label(tick, "repositories")),
        yearAxis(
          rows.map(({ ends }) => ends),
          size,
        ),
        Plot.lineY(old, { ...line, strokeDasharray: "4 3" }),
        Plot.lineY(own, line),
        Plot.dot(last, { x, y: "created", fill: stroke, r: 3.5 }),
        endLabels(
          last.map((row) => ({ x: x(row), y: row.created, text: ending(row, size.phone) })),
          top * (size.phone ? 0.14 : 0.07),
        ),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Line chart of repositories created by month; the last whole month of models has ${fact("models-last-month")}.`,
    long: say`${merge(
      lastOf(rows, ({ ends }) => ends).map((row) => path(rows, row)),
      " ",
    )} Lines go by whole months and stop where the listing of their kind stops.`,
  }),
});

function ending(row: Row, phone: boolean): string {
  return `${row.kind}${phone ? "\n" : " "}${label(row.created, "repositories")}${phone ? "" : `, ${month(row.ends)}`}`;
}

function path(rows: readonly Row[], last: Row): Text {
  const own = rows.filter(({ kind }) => kind === last.kind);
  const top = own.reduce((a, b) => (b.created > a.created ? b : a));
  const first = own[0] ?? last;
  return say`${nameText(last.kind)} go from ${show.value(first.created, "repositories")} in ${show.month(first.ends)} to ${show.value(last.created, "repositories")} in ${show.month(last.ends)}; the month with the most, ${show.month(top.ends)}, has ${show.value(top.created, "repositories")}.`;
}
