import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label, month } from "#kit/format.ts";
import { brief, nameText, say, show } from "#kit/text.ts";
import { date, int, text } from "#loaders/schema/column.ts";
import { segmentColumns } from "./segments.ts";
import { type Bar, stackChart, stackWords } from "./stack.ts";

const columns = {
  listing: text("Who is counted"),
  day: date("Day of the listing"),
  measure: text("What is counted: owners, models or downloads"),
  ...segmentColumns,
  amount: int("How many of them there are"),
};

type Row = FrameRow<typeof columns>;

/** Who owns, publishes and is downloaded: three nouns, three answers. */
export const holdings = defineFigure({
  id: "holdings",
  title: (_, { fact }) =>
    say`Owners nobody classified: ${brief(fact("unclassified-models"))} of the Hub’s models, ${brief(fact("unclassified-downloads"))} of its downloads`,
  subtitle: (rows) => {
    const listed = rows.filter(({ measure }) => measure === "owners");
    const said = listed.map(({ listing, day }) => say`${nameText(listing)}, ${show.month(day)}`);
    const others = said.slice(1).map((one) => say`; ${one}`);
    return say`Share of owners (namespaces), models and downloads in a month by kind of owner: ${said[0] ?? say``}${others[0] ?? say``}${others[1] ?? say``}`;
  },
  reading: say`Each bar is one noun counted over one list. Companies stand at the left and independents at the right; what lies hatched or grey between them may belong to either, so a share is at least its coloured part.`,
  columns,
  n: "listed-models",
  plot: (rows, size) => stackChart(barsOf(rows), size, 128),
  describe: (rows, { fact }) => ({
    alt: say`Stacked bars by kind of owner; not classified: ${fact("unclassified-models")} of models, ${fact("unclassified-downloads")} of downloads.`,
    long: stackWords(barsOf(rows)),
  }),
});

const headOf = ({ listing, day }: Row): string => `${listing}, ${month(day)}`;

function barsOf(rows: readonly Row[]): Bar[] {
  return rows.map((row, i) => ({
    ...row,
    id: `${headOf(row)}, ${row.measure}`,
    name: row.measure,
    ...(i > 0 && headOf(rows[i - 1] as Row) === headOf(row) ? {} : { head: headOf(row) }),
    note: label(row.amount, null),
  }));
}
