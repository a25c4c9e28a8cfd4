import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, list, say, show } from "#kit/text.ts";
import { int, text } from "#loaders/schema/column.ts";

const columns = {
  kind: text("Whether the size of the model is stated"),
  models: int("Models", "models"),
};

/** Models by whether their size is stated. A figure whose axis shows time says with `time` what it counts along it. */
export const sizes = defineFigure({
  id: "new-analysis-sizes",
  title: (_rows, { fact }) => say`${brief(fact("sized"))} of the models in this listing state their size`,
  subtitle: (_rows, { fact }) =>
    say`Models by whether their number of parameters is known: ${fact("models")} models that public evaluations name, listed on ${fact("day")}`,
  columns,
  n: "models",
  plot: (rows, size) => ({
    height: 24 + rows.length * 32,
    marginLeft: 96,
    marginRight: size.phone ? 64 : 120,
    marginBottom: 4,
    x: { axis: null, domain: [0, Math.max(...rows.map(({ models }) => models))] },
    y: { label: null, padding: 0.25 },
    marks: [
      Plot.axisY({ tickSize: 0, label: null }),
      Plot.barX(rows, { x: "models", y: "kind", fill: colourOf("rest"), sort: { y: "-x" } }),
      Plot.text(rows, {
        ...{ x: "models", y: "kind", dx: 8, textAnchor: "start", fontWeight: 600, fill: "var(--ink)" },
        text: ({ models }) => label(models, "models"),
      }),
    ],
  }),
  describe: (rows, { fact }) => ({
    alt: say`Bar chart of models by whether their size is stated; it is for ${fact("sized")}.`,
    long: say`Of ${fact("models")} models, by whether their size is stated: ${list(rows.map(({ kind, models }) => say`${kind} ${show.value(models, "models")}`))}.`,
  }),
});
