import { defineFigure } from "#kit/figure.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { date, float, int, nullable, text } from "#loaders/schema/column.ts";
import { timeline } from "./timeline.ts";

const columns = {
  published_on: date("Published"),
  model: text("Model"),
  weights: text("Weights"),
  countries: nullable(text("Publishers in")),
  year: int("Year", "year"),
  place: int("Place in its year and kind", "rank"),
  flop: float("Training compute", "flop"),
  flop_least: nullable(float("Stated lower bound", "flop")),
  flop_most: nullable(float("Stated upper bound", "flop")),
  confidence: nullable(text("How sure the database is")),
};

/** The largest known training runs, with open and closed weights. */
export const trainingCompute = defineFigure({
  id: "training-compute",
  title: (_, { fact }) =>
    say`The largest closed run is estimated at ${brief(fact("gap-2023"))} the largest open one in 2023, ${brief(fact("gap-2024"))} in 2024`,
  subtitle: (_, { fact }) =>
    say`Training compute of the three largest stated runs of each year and kind of access, logarithmic axis; lines join each kind's records. Models of Epoch AI's database up to ${show.day(String(fact("last-training").value))}`,
  reading: say`Each mark is one model; lines join the runs that set a record for their kind. Whiskers are stated bounds.`,
  assumptions: (_, { fact }) => [
    say`Compute is stated for ${fact("runs-known")} of ${fact("trained-models")} models; the others are not drawn, and could lie anywhere.`,
    say`Compute of closed models is mostly estimated by the database, often from benchmark scores; how sure it is stands in the table.`,
    say`Open means published weights under any licence. Access is not stated for ${fact("access-unknown")} of the models: these are grey, and neither open nor closed.`,
  ],
  sensitivity: (_, { fact }) =>
    [2023, 2024].flatMap((year) =>
      fact(`gap-${year}`).variants.map((variant) => ({
        label: nameText(`${year}, ${variant.label}`),
        value: say`${show.label(variant.value, "times")}`,
      })),
    ),
  columns,
  n: "runs-known",
  time: { on: "published_on", counts: ["compute"], members: "fixed" },
  events: ["gpt-4", "llama-3-1", "deepseek-r1"],
  plot: (rows, size, { events }) => timeline(rows, events, size),
  describe: (rows, { fact }) => ({
    alt: say`Scatter of the largest training runs on a log axis; largest closed over largest open in 2024: ${fact("gap-2024")}.`,
    long: merge(
      rows
        .filter(({ place, weights }) => place === 1 && weights !== "unknown")
        .map(
          (row) =>
            say`${row.published_on.slice(0, 4)}, ${row.weights === "closed" ? "closed" : "open"}: ${nameText(row.model)}, ${show.value(row.flop, "flop")}.`,
        ),
      " ",
    ),
  }),
});
