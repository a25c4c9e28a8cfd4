import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label, month } from "#kit/format.ts";
import { nameText, say, show, type Text } from "#kit/text.ts";
import { date, int, text } from "#loaders/schema/column.ts";
import { made, type Relation } from "../derived.ts";
import { segmentColumns } from "./segments.ts";
import { type Bar, stackChart, stackWords } from "./stack.ts";

const columns = {
  listing: text("Who is counted"),
  day: date("Day of the list"),
  relation: text("How the models stand to their bases"),
  ...segmentColumns,
  amount: int("Models", "models"),
};

type Row = FrameRow<typeof columns>;

/** Who adapts and redistributes. */
export const derivedBy = defineFigure({
  id: "derived-by-kind",
  title: (rows) =>
    say`Known individuals and communities made ${part(rows, "quantized")} of quantised, ${part(rows, "finetune")} of fine-tuned models`,
  subtitle: (rows) => {
    const firsts = rows.filter(({ listing }, i) => rows[i - 1]?.listing !== listing);
    const said = firsts.map(({ listing, day }) => say`${nameText(listing)}, ${show.month(day)}`);
    return say`Share of models that name a base, by how they stand to it and by kind of owner: ${said[0] ?? say``}${said[1] === undefined ? say`` : say`; ${said[1]}`}`;
  },
  reading: say`Each bar is the models in one relation to their base. Companies stand at the left and independents at the right; the hatched part may belong to either.`,
  columns,
  n: "with-base",
  plot: (rows, size) => stackChart(barsOf(rows), size, 170),
  describe: (rows) => ({
    alt: say`Stacked bars by relation and kind of owner; known independents made ${part(rows, "quantized")} of quantised models.`,
    long: stackWords(barsOf(rows)),
  }),
});

/** What known independents made of the models in one relation, on the first list that has any. */
function part(rows: readonly Row[], relation: Relation): Text {
  const found = rows.find((row) => row.relation === made[relation]);
  return found === undefined ? say`nothing` : show.label(found.independent, "share");
}

function barsOf(rows: readonly Row[]): Bar[] {
  return rows.map((row, i) => ({
    ...row,
    id: `${row.listing}, ${row.relation}`,
    name: row.relation,
    ...(rows[i - 1]?.listing === row.listing ? {} : { head: `${row.listing}, ${month(row.day)}` }),
    note: label(row.amount, "models"),
  }));
}
