import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label, month } from "#kit/format.ts";
import { merge, nameText, say, show } from "#kit/text.ts";
import { bool, date, float, text } from "#loaders/schema/column.ts";
import { pairRows } from "./dumbbell.ts";
import { logDomain, logTicks } from "./log.ts";

const columns = {
  offer: text("Model, as the seller names it"),
  provider: text("Seller"),
  weights: text("Weights"),
  changed_on: date("First day of the new price"),
  effective: bool("In effect on the day of the list"),
  before: float("Price before", "usd-per-mtok"),
  after: float("Price after", "usd-per-mtok"),
};

type Row = FrameRow<typeof columns>;

/** Prices that changed on a known day. */
export const priceChanges = defineFigure({
  id: "price-changes",
  title: (_, { fact }) =>
    say`Of ${fact("changes")} dated changes of price, ${fact("cuts")} were cuts and ${fact("rises")} were not`,
  subtitle: (_, { fact }) =>
    say`Blended price per million tokens before and after, logarithmic axis; changes that genai-prices dates, from ${show.day(String(fact("first-change").value))} to ${show.day(String(fact("genai-prices-day").value))}, and those announced for later`,
  reading: say`Each arrow runs from the earlier price to the later one; a star marks a change announced for later. Green is open weights, purple closed, dashed grey a model that models.dev did not know yet.`,
  assumptions: () => [
    say`Prices are three parts input and one part output; the lowest tier, outside peak hours; changes of other tiers and hours are left out.`,
    say`The list dates a change only where its keepers noted one: this is no record of all changes.`,
  ],
  sensitivity: (_, { fact }) =>
    fact("cuts").variants.map(({ label: name, value }, i) => ({
      label: nameText(name),
      value: say`${show.value(value, "prices")} cuts of ${show.value(fact("changes").variants[i]?.value ?? 0, "prices")} changes`,
    })),
  columns,
  n: "changes",
  plot: (rows, size) => {
    const domain = logDomain(
      rows.flatMap(({ before, after }) => [before, after]),
      size.phone ? 14 : 5,
    );
    return pairRows(
      rows.map((row) => ({
        row: `${row.offer.slice(row.offer.lastIndexOf("/") + 1)}, ${row.provider}, ${month(row.changed_on)}${row.effective ? "" : " *"}`,
        from: row.before,
        to: row.after,
        ends: [label(row.before, "usd-per-mtok"), label(row.after, "usd-per-mtok")],
        colour: colourOf(row.weights === "open" ? "open" : row.weights === "closed" ? "closed" : "rest"),
        dashed: row.weights !== "open" && row.weights !== "closed",
      })),
      size,
      { domain, ticks: logTicks(domain), format: (tick) => label(tick, "usd-per-mtok"), names: 300, arrow: true },
    );
  },
  describe: (rows, { fact }) => ({
    alt: say`Arrow chart of ${fact("changes")} dated price changes on a log axis, ${fact("cuts")} of them cuts.`,
    long: merge(
      rows.map(
        (row: Row) =>
          say`${nameText(row.offer)} at ${nameText(row.provider)}, ${show.day(row.changed_on)}: from ${show.value(row.before, "usd-per-mtok")} to ${show.value(row.after, "usd-per-mtok")}.`,
      ),
      " ",
    ),
  }),
});
