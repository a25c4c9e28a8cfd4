import * as Plot from "@observablehq/plot";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { shortName } from "#kit/names.ts";
import { merge, nameText, say, show } from "#kit/text.ts";
import { int, text } from "#loaders/schema/column.ts";
import { wording } from "../wording.ts";
import { inked, place, powersTo, quiet, topAxis } from "./axes.ts";

const columns = {
  list: text("Most liked or Most downloaded"),
  repo: text("Repository"),
  owner: text("Namespace"),
  like_rank: int("Place by likes among all models", "rank"),
  download_rank: int("Place by downloads among all models", "rank"),
  likes: int("Likes", "likes"),
  downloads_30d: int("Downloads in the 30 days before the day", "downloads"),
};

type Row = FrameRow<typeof columns>;

const key = ({ list, repo }: Row): string => `${list} ${repo}`;

/** The first ten by likes and by downloads, each with both of its places. */
export const likedAndUsed = defineFigure({
  id: "liked-and-used",
  title: (_, { fact }) =>
    say`Most liked is ${numbered(fact("most-liked-download-rank").value)} by downloads, most downloaded ${numbered(fact("most-used-like-rank").value)} by likes`,
  subtitle: (_, { fact }) =>
    say`Places by likes (filled) and by downloads in ${fact("window-days")} days (ring) of the first ${fact("depth-10")} by each, among all ${fact("models")} models of ${nameText(wording(fact("models").basis).whose)}, logarithmic axis, ${show.day(fact("models").basis.asOf)}`,
  reading: say`The farther apart dot and ring stand, the less being liked and being used agree. The first place is at the left.`,
  columns,
  n: "models",
  plot: (rows, size) => {
    const most = Math.max(...rows.flatMap(({ like_rank, download_rank }) => [like_rank, download_rank]));
    const lists = [...new Set(rows.map(({ list }) => list))];
    const order = lists.flatMap((name) => [name, ...rows.filter(({ list }) => list === name).map(key)]);
    const ticks = powersTo(most).filter((_, i) => !size.phone || i % 2 === 0);
    return {
      height: 40 + order.length * (size.phone ? 40 : 24),
      marginLeft: size.phone ? 14 : 250,
      marginRight: 24,
      marginTop: 26,
      insetTop: size.phone ? 10 : 0,
      marginBottom: 6,
      x: { type: "log", domain: [1, most * 1.3], axis: null },
      y: { domain: order, axis: null, padding: 0.4 },
      marks: [
        ...topAxis(ticks, place),
        Plot.link(rows, { x1: "like_rank", x2: "download_rank", y: key, stroke: "var(--quiet)", strokeWidth: 1.5 }),
        Plot.dot(rows, { x: "like_rank", y: key, r: 4.5, fill: "var(--ink)" }),
        Plot.dot(rows, {
          ...{ x: "download_rank", y: key, r: 4.5, fill: "var(--paper)", stroke: "var(--ink)", strokeWidth: 2 },
        }),
        Plot.text(rows, {
          ...{ y: key, text: ({ repo }: Row) => shortName(repo), frameAnchor: "left", ...inked },
          ...(size.phone ? { textAnchor: "start", dx: -12, dy: -17 } : { textAnchor: "end", dx: -12 }),
        }),
        Plot.text(lists, {
          ...{
            y: (name: string) => name,
            text: (name: string) => name,
            frameAnchor: "left",
            fontWeight: 600,
            ...quiet,
          },
          ...(size.phone ? { textAnchor: "start", dx: -12 } : { textAnchor: "end", dx: -12 }),
        }),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of places by likes and downloads; the most liked model is number ${show.value(fact("most-liked-download-rank").value, "rank")} by downloads.`,
    long: merge(
      rows.map(
        (row) =>
          say`${nameText(shortName(row.repo))}: number ${show.value(row.like_rank, "rank")} by likes (${show.value(row.likes, "likes")}), number ${show.value(row.download_rank, "rank")} by downloads (${show.value(row.downloads_30d, "downloads")}).`,
      ),
      " ",
    ),
  }),
});

/** "number 412". */
function numbered(value: number | string) {
  return say`number ${show.value(value, "rank")}`;
}
