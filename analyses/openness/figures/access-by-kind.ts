import { defineFigure } from "#kit/figure.ts";
import { brief, say, show } from "#kit/text.ts";
import { text } from "#loaders/schema/column.ts";
import { accessBars, accessColumns, accessWords } from "./access-bars.ts";

const columns = { kind: text("Kind of publisher, as Epoch AI names it"), ...accessColumns };

/** How models may be had, by kind of publisher. */
export const accessByKind = defineFigure({
  id: "access-by-kind",
  title: (_rows, { fact }) =>
    say`Access is not stated for ${brief(fact("access-unstated-academia"))} of academic models and ${brief(fact("access-unstated-industry"))} of industry’s`,
  subtitle: (_rows, { fact }) =>
    say`Share of models by how they may be had and by kind of publisher: models in Epoch AI's database, to ${show.day(String(fact("listed-last-day").value))}; kinds with few models left out`,
  reading: say`Each bar is a kind of publisher, its models counted once. The hatched part may be open or closed: published weights end somewhere within it.`,
  columns,
  n: "kinded-models",
  plot: (rows, size) =>
    accessBars(
      rows.map((row) => ({ ...row, name: row.kind })),
      size,
      size.phone ? 78 : 92,
    ),
  describe: (rows, { fact }) => ({
    alt: say`Stacked bar chart of access by kind of publisher; not stated for ${fact("access-unstated-academia")} of academic models.`,
    long: accessWords(rows.map((row) => ({ ...row, name: row.kind }))),
  }),
});
