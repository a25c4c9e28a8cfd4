import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { float, text } from "#loaders/schema/column.ts";
import { pairRows } from "./dumbbell.ts";
import { logDomain, logTicks } from "./log.ts";

const columns = {
  model: text("Model"),
  provider: text("Seller"),
  first: text("One price list"),
  first_usd: float("Its price", "usd-per-mtok"),
  second: text("The other price list"),
  second_usd: float("Its price", "usd-per-mtok"),
  ratio: float("Dearer over cheaper", "times"),
};

type Row = FrameRow<typeof columns>;

const drawn = 12;

/** Largest difference of prices that count as the same, as in `tables/agreement.ts`. */
const same = 0.01;

/** The widest disagreement of each model and seller, as many as are drawn. */
function widest(rows: readonly Row[]): Row[] {
  const first = (row: Row, i: number): boolean =>
    rows.findIndex(({ model, provider }) => model === row.model && provider === row.provider) === i;
  return rows.filter(first).slice(0, drawn);
}

/** Where price lists contradict each other most about one seller's price. */
export const priceDisagreements = defineFigure({
  id: "price-disagreements",
  title: (_, { fact }) =>
    say`Two price lists name the same price at one seller in ${brief(fact("agree-routed"))} to ${brief(fact("agree-openrouter"))} of pairs`,
  subtitle: (rows, { fact }) =>
    say`Blended price of one model at one seller in two price lists, per million tokens, logarithmic axis: the widest disagreements of ${fact("pairs")} pairs; ${show.value(rows.length, "prices")} are in the table`,
  reading: say`The filled dot is the price in the first list, the open one that in the second.`,
  assumptions: () => [
    say`Names are spelt alike before they are compared: small letters, without publisher, region, date or precision.`,
    say`Prices are three parts input and one part output; the median where a seller lists a model several times.`,
    say`Two prices are the same where they differ by ${show.value(same, "share")} at most.`,
    say`The lists were read on different days, so some pairs are a change of price and no error.`,
  ],
  sensitivity: (_, { fact }) => [
    {
      label: say`Same seller, equal: models.dev and OpenRouter's list`,
      value: say`${fact("agree-openrouter")}`,
    },
    { label: say`Same seller, equal: models.dev and genai-prices`, value: say`${fact("agree-genai")}` },
    { label: say`Same seller, equal: OpenRouter's list and genai-prices`, value: say`${fact("agree-routed")}` },
    {
      label: say`Median seller, within a small margin: models.dev and OpenRouter's list`,
      value: say`${fact("agree-median-openrouter")}`,
    },
    {
      label: say`Median seller, within a small margin: models.dev and genai-prices`,
      value: say`${fact("agree-median-genai")}`,
    },
  ],
  columns,
  n: "pairs",
  plot: (rows, size) => {
    const shown = widest(rows);
    const domain = logDomain(
      shown.flatMap((row) => [row.first_usd, row.second_usd]),
      size.phone ? 14 : 5,
    );
    return pairRows(
      shown.map((row) => ({
        row: `${row.model}, ${row.provider}`,
        from: row.first_usd,
        to: row.second_usd,
        ends: [label(row.first_usd, "usd-per-mtok"), label(row.second_usd, "usd-per-mtok")],
        colour: colourOf("closed"),
      })),
      size,
      {
        domain,
        ticks: logTicks(domain),
        format: (tick) => label(tick, "usd-per-mtok"),
        names: 288,
        arrow: false,
      },
    );
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of pairs of prices for one model at one seller; the lists agree on ${fact("agree-genai")}.`,
    long: merge(
      widest(rows).map(
        (row: Row) =>
          say`${nameText(row.model)} at ${nameText(row.provider)}: ${show.value(row.first_usd, "usd-per-mtok")} in ${nameText(row.first)}, ${show.value(row.second_usd, "usd-per-mtok")} in ${nameText(row.second)}.`,
      ),
      " ",
    ),
  }),
});
