import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { bool, float, int, text } from "#loaders/schema/column.ts";
import { sureness } from "../precision.ts";
import { rowChart, spell, words } from "./rows.ts";

const columns = {
  domain: text("Domain of science, or substring of an earlier report"),
  substring: bool("Whether it is a substring"),
  drawn: int("Models labelled", "models"),
  models: int("Models that it was drawn from", "models"),
  right: int("Of the labelled, models of the domain", "models"),
  unsure: int("Of the labelled, models that nobody could tell", "models"),
  precision: float("Share of the labelled that are of the domain", "share"),
  lower: float("Lower end of its interval", "share"),
  upper: float("Upper end", "share"),
  estimated: float("Estimate of the models that are of the domain", "models"),
};

type Row = FrameRow<typeof columns>;

const name = ({ domain, substring }: Row): string =>
  substring ? `substring “${domain.replace("substring-", "").replace("med", "medic")}”` : spell(domain);

/** How often the words are right, by the labelled sample. */
export const sciencePrecision = defineFigure({
  id: "science-precision",
  title: (_, { fact }) =>
    say`Words are right in ${brief(fact("precision"))} of matches, the substring for science in ${brief(fact("precision-substring-science"))}`,
  subtitle: (_, { fact }) =>
    say`Share of labelled models that are of the domain, with its interval of ${show.label(sureness, "share")}; ${fact("labelled")} labels, drawn from ${nameText(fact("labelled").basis.population)}. Hollow: substrings of an earlier report`,
  reading: say`Each dot is the share that two readings of each model and an adjudication found right; the line is what another draw could have given. A dot without a line was not drawn: all of its models were labelled.`,
  assumptions: (_, { fact }) => [
    say`Labels are model-assisted: two readings that did not see one another agree on ${fact("agreement")}, kappa ${fact("kappa")}.`,
    say`A model is of a domain where its purpose is; a general model that lists the field among many is not.`,
    say`What nobody could tell, ${fact("unsure")} labels, counts as not of the domain.`,
    say`This says how many of the matches are right, and nothing of what the words miss.`,
  ],
  sensitivity: (_, { fact }) =>
    fact("precision").variants.map((one) => ({
      label: nameText(one.label),
      value: say`${show.label(one.value, "share")}`,
    })),
  columns,
  n: "labelled",
  plot: (rows, size) => {
    const own = rows.map((row) => ({ ...row, name: name(row) }));
    const ticks = size.phone ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1];
    return rowChart(
      own.map((row) => row.name),
      size,
      {
        ticks,
        format: (tick) => label(tick, "share"),
        x: { domain: [0, 1] },
        names: 190,
        right: size.phone ? 92 : 110,
      },
      [
        Plot.link(
          own.filter((row) => row.lower < row.upper),
          { x1: "lower", x2: "upper", y: "name", stroke: "var(--quiet)", strokeWidth: 1.5 },
        ),
        Plot.dot(own, {
          x: "precision",
          y: "name",
          r: 4.5,
          fill: (row: Row) => (row.substring ? "var(--paper)" : colourOf("science")),
          stroke: colourOf("science"),
          strokeWidth: 2,
        }),
        Plot.text(own, {
          y: "name",
          text: (row: Row) => `${row.right} of ${row.drawn}`,
          frameAnchor: "right",
          textAnchor: "start",
          dx: 12,
          ...words,
        }),
      ],
    );
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of precision by domain with intervals; over all domains ${fact("precision")} of matches are right.`,
    long: merge(
      rows.map(
        (row) =>
          say`${nameText(name(row))}: ${show.value(row.right, "models")} of ${show.value(row.drawn, "models")} right, ${show.between(row.lower, row.upper, "share")}.`,
      ),
      " ",
    ),
  }),
});
