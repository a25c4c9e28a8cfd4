import * as Plot from "@observablehq/plot";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label, month } from "#kit/format.ts";
import { instant, valueAxis } from "#kit/marks.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { wording } from "../wording.ts";
import { colourOfKind, lastOf, yearAxis } from "./marks.ts";

const columns = {
  on: date("Day of the total"),
  kind: text("Kind of repository"),
  origin: text("by date: created by then and still listed; listed: all of a listing or snapshot; published: by others"),
  total: int("Repositories", "repositories"),
  listing: nullable(text("Listing or snapshot that was counted; null for what others published")),
  id: nullable(text("Id of the published figure")),
};

type Row = FrameRow<typeof columns>;

/** Published totals that are named in the picture, and where their words stand. */
const named: Readonly<Record<string, Plot.TextOptions>> = {
  ...{ "FIO-01": left(-8), "FIO-02": left(-8), "FIO-03": left(-8), "SUM-01": left(-10) },
  ...{ "S26-03": { textAnchor: "middle", dy: 16 }, "SUM-04": left(8), "FIO-06": right(-4), "SUM-05": right(0) },
};
const onPhone = ["FIO-01", "FIO-03", "FIO-06", "SUM-05"];

function left(dy: number): Plot.TextOptions {
  return { textAnchor: "end", dx: -8, dy };
}

function right(dy: number): Plot.TextOptions {
  return { textAnchor: "start", dx: 9, dy };
}

/** Running totals of what is still listed, and totals that others published, on one logarithmic axis, never joined. */
export const totalsBeside = defineFigure({
  id: "totals",
  title: (_rows, { fact }) =>
    say`${brief(fact("models-listed"))} models counted in ${show.month(String(fact("models-day").value))}; ${brief(fact("published-newest"))} published for ${show.month(String(fact("published-newest-day").value))}`,
  subtitle: (_rows, { basis }) =>
    say`Repositories ${nameText(wording(basis).of)}, logarithmic axis. Lines: created by the end of each month and still listed. Diamonds: totals that others published, a series of their own that continues no line`,
  reading: say`On a logarithmic axis steady growth is a straight line, and a flatter line is slower growth. Lines leave out what was deleted before the listing; dots are all that a listing or snapshot has. Publications do not say what their counters leave out.`,
  columns,
  n: "repositories-listed",
  time: { on: "on", counts: ["models", "datasets", "created"], members: "fixed" },
  plot: (rows, size) => {
    const of = (origin: string): Row[] => rows.filter((row) => row.origin === origin);
    const [dated, listed, published] = [of("by date"), of("listed"), of("published")];
    const x = ({ on }: Row): Date => instant(on);
    const stroke = ({ kind }: Row): string => colourOfKind(kind);
    const newest = lastOf(published, ({ on }) => on).find(({ kind }) => kind === "Models")?.id ?? "";
    const places: typeof named = { [newest]: right(-4), ...named };
    const said = published.filter(
      ({ id }) => id !== null && id in places && (!size.phone || id === newest || onPhone.includes(id)),
    );
    return {
      height: 440,
      marginLeft: 46,
      marginRight: size.phone ? 60 : 120,
      x: { type: "utc", label: null },
      y: { type: "log", domain: [1, 10_000_000], label: null },
      marks: [
        ...valueAxis([1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000], (tick) => label(tick, "repositories")),
        yearAxis(
          rows.map(({ on }) => on),
          size,
        ),
        Plot.lineY(dated, {
          x,
          y: "total",
          z: ({ kind, listing }: Row) => `${kind}, ${listing}`,
          stroke,
          strokeWidth: 2.25,
        }),
        Plot.dot(listed, { x, y: "total", r: listed.length > 20 ? 1.5 : 3.5, fill: stroke }),
        Plot.dot(published, {
          x,
          y: "total",
          symbol: "diamond",
          r: 4.5,
          stroke,
          strokeWidth: 1.75,
          fill: "var(--paper)",
        }),
        ...lastOf(listed, ({ on }) => on).map((row) =>
          words(row, `${row.kind}: ${label(row.total, "repositories")}`, {
            textAnchor: "start",
            dx: 9,
            dy: 14,
            fontWeight: 600,
          }),
        ),
        ...said.map((row) => {
          const total = label(row.total, "repositories");
          const short = size.phone || places[row.id ?? ""]?.textAnchor === "middle";
          return words(row, short ? total : `${total}, ${month(row.on)}`, places[row.id ?? ""] ?? {});
        }),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Line chart on a log axis: ${fact("models-listed")} models counted in ${show.month(String(fact("models-day").value))}, ${fact("published-newest")} published later.`,
    long: merge(
      [
        ...lastOf(
          rows.filter(({ origin }) => origin === "listed"),
          ({ on }) => on,
        ).map(
          (row) =>
            say`The newest listing of ${nameText(row.kind.toLowerCase())}, of ${show.day(row.on)}, has ${show.value(row.total, "repositories")}.`,
        ),
        ...rows
          .filter(({ origin }) => origin === "published")
          .map(
            (row) =>
              say`Published for ${show.day(row.on)}: ${show.value(row.total, "repositories")} ${nameText(row.kind.toLowerCase())}.`,
          ),
      ],
      " ",
    ),
  }),
});

function words(row: Row, text: string, options: Plot.TextOptions): Plot.Markish {
  const place = { x: ({ on }: Row) => instant(on), y: "total", text: () => text };
  return Plot.text([row], { ...place, fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4, ...options });
}
