import { defineFigure } from "#kit/figure.ts";
import { brief, list, merge, nameText, say, show } from "#kit/text.ts";
import { whose } from "../wording.ts";
import { columns, type StackRow, stackRows } from "./stack.ts";

/** Where what models build on comes from, by how they are made. */
export const basePlaces = defineFigure({
  id: "base-places",
  title: (rows) =>
    say`At the root ${show.label(atRoot(rows, "US"), "share")} of models build on American publishers, ${show.label(atRoot(rows, "CN"), "share")} on Chinese`,
  subtitle: (_rows, { basis }) =>
    say`Share of derived models by country or region of the publisher of what they build on: one step back, and at the root by how they are made; in equal parts where a model has several. ${nameText(whose(basis).listed)}, ${show.day(basis.asOf)}`,
  columns,
  n: "derived",
  plot: (rows, size) => stackRows(rows, size, 170),
  describe: (rows) => ({
    alt: say`Stacked bars of derived models by place of what they build on; at the root United States ${show.value(atRoot(rows, "US"), "share")}, China ${show.value(atRoot(rows, "CN"), "share")}.`,
    long: told(rows),
  }),
});

/** Where what organisations build on comes from, by their own place. */
export const flows = defineFigure({
  id: "flows",
  title: (_rows, { fact }) =>
    say`American organisations go back to Chinese models for ${brief(fact("from-us-to-cn"))}, Chinese ones for ${brief(fact("from-cn-to-cn"))}`,
  subtitle: (_rows, { fact, basis }) =>
    say`Share of derived models of organisations by country or region of the publisher at their root, by that of the organisation (with its models). Individuals, re-uploaders, models built on their publisher's own, and places with few models are left out; ${nameText(whose(basis).listed)}, ${show.day(basis.asOf)}. ${fact("unplaced-publishers")} of derived models have a publisher without a known place`,
  columns,
  n: "organised-others",
  plot: (rows, size) =>
    stackRows(
      rows.map((row) => ({ ...row, row: `${row.row} (${row.models.toLocaleString("en-GB")})` })),
      size,
      190,
    ),
  describe: (rows, { fact }) => ({
    alt: say`Stacked bars of organisations' derived models by place of their root; American ones to China ${fact("from-us-to-cn")}.`,
    long: told(rows),
  }),
});

/** The share of a place in the bar of all models at the root. */
function atRoot(rows: readonly StackRow[], place: string): number {
  return rows.find(({ row, code }) => row === "All, at the root" && code === place)?.share ?? 0;
}

function told(rows: readonly StackRow[]) {
  const by = [...Map.groupBy(rows, ({ row }) => row)];
  return merge(
    by.map(([row, own]) => {
      const parts = own
        .filter(({ share }) => share > 0)
        .map(({ origin, share }) => say`${nameText(origin)} ${show.value(share, "share")}`);
      return say`${nameText(row)}: ${list(parts)}.`;
    }),
    " ",
  );
}
