import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { brief, merge, nameText, say, show, type Text } from "#kit/text.ts";
import { float, int, nullable, text } from "#loaders/schema/column.ts";
import { named, populationRows } from "./populations.ts";

const columns = {
  population: text("Population"),
  origin: text("published, or computed here"),
  counter: text("What the downloads cover"),
  period: text("Day of the listing, or period"),
  models: nullable(int("Models", "models")),
  share: float("Share of the 200 most downloaded", "share"),
};

type Row = FrameRow<typeof columns>;

/** The share of the 200 most downloaded models in every population at hand. */
export const topShares = defineFigure({
  id: "top-200-shares",
  title: (rows, { fact }) =>
    say`The same share is ${brief(fact("top-least"))} to ${brief(fact("top-most"))} in ${fact("populations")} counts${known(rows) ? say`, ${published(rows)} in the Spring report` : say``}`,
  subtitle: (rows, { fact }) =>
    say`Share of all downloads that go to the ${fact("top-200-models")} most downloaded models, by population and counter${known(rows) ? say`, beside the share of the whole Hub that the Spring report published (ring)` : say``}`,
  reading: say`Populations differ in size, so that the same number of models is another part of each: no row confirms another.`,
  columns,
  n: "populations",
  plot: (rows, size) => populationRows(rows, size),
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of the top models' share by population: from ${fact("top-least")} to ${fact("top-most")}${known(rows) ? say`, published ${published(rows)}` : say``}.`,
    long: merge(rows.map(told), " "),
  }),
});

function told(row: Row): Text {
  const size = row.models === null ? say`` : say`, ${show.value(row.models, "models")} models`;
  return say`${nameText(named(row))}${size}: ${show.value(row.share, "share")}.`;
}

const known = (rows: readonly Row[]): boolean => rows.some(({ origin }) => origin === "published");

function published(rows: readonly Row[]): Text {
  const found = rows.find(({ origin }) => origin === "published");
  return found === undefined ? say`unknown` : show.value(found.share, "share");
}
