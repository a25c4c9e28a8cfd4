import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { float, nullable, text } from "#loaders/schema/column.ts";
import { whose } from "../wording.ts";
import { againstRows } from "./against.ts";

const columns = {
  way: text("What is counted, and how"),
  base: nullable(float("Alibaba over Google and Meta together, one step back", "times")),
  root: float("The same at the root", "times"),
};

type Row = FrameRow<typeof columns>;

/** Alibaba beside Google and Meta under every way to count. */
export const ways = defineFigure({
  id: "ways-to-count",
  title: (_rows, { fact }) =>
    say`Alibaba has ${brief(fact("ratio-base"))} the models of Google and Meta one step back, ${brief(fact("ratio-root"))} at the root`,
  subtitle: (_rows, { basis }) =>
    say`Models built on Alibaba over those built on Google and on Meta added up, log scale: named as base (ring) and at the root (dot), under each way to count. ${nameText(whose(basis).listed)}, ${show.day(basis.asOf)}`,
  reading: say`The dark rule is a tie; right of it Alibaba has more.`,
  columns,
  n: "derived",
  plot: (rows, size) => {
    const drawn = rows.map((row) => ({ ...row, row: row.way.charAt(0).toUpperCase() + row.way.slice(1) }));
    return againstRows(drawn, size, 330);
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of Alibaba over Google and Meta by way to count; main way ${fact("ratio-base")} one step back, ${fact("ratio-root")} at the root.`,
    long: merge(rows.map(said), " "),
  }),
});

function said({ way, base, root }: Row) {
  const back = base === null ? say`` : say`${show.value(base, "times")} one step back, `;
  return say`With ${nameText(way)}: ${back}${show.value(root, "times")} at the root.`;
}
