import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { month } from "#kit/format.ts";
import { shortName } from "#kit/names.ts";
import { merge, nameText, say, show } from "#kit/text.ts";
import { date, int, text } from "#loaders/schema/column.ts";
import { told } from "../overlap.ts";
import { wording } from "../wording.ts";
import { inked, place, quiet, topAxis } from "./axes.ts";

const columns = {
  day_before: date("Day of the listing before"),
  observed_on: date("Day of the listing"),
  liked: text("Model that gained most likes"),
  likes_gained: int("Likes that it gained", "likes"),
  liked_downloads: int("Downloads by which its month exceeds that of the listing before", "downloads"),
  used: text("Model that gained most downloads"),
  used_likes: int("Likes that it gained", "likes"),
  downloads_gained: int("Downloads by which its month exceeds that of the listing before", "downloads"),
  shared: int("Models among the 25 that gained most likes and the 25 with most downloads", "models"),
};

type Row = FrameRow<typeof columns>;

/** The model that gained most likes and the one that gained most downloads, listing by listing, by new likes. */
export const gainers = defineFigure({
  id: "gainers",
  title: (rows) => {
    const found = rows.map(({ shared }) => shared);
    const [least, most] = [Math.min(...found), Math.max(...found)];
    const said =
      least === most
        ? show.value(most, "models")
        : say`${show.value(least, "models")} to ${show.value(most, "models")}`;
    return say`${said} of ${show.value(told, "models")} models with most new likes are much downloaded`;
  },
  subtitle: (_, { fact, basis }) =>
    say`New likes since the ${wording(basis).listing} before of the model with the highest number (filled) and of the one with most new downloads (ring), square-root axis; models that both ${wording(basis).listings} list, last pair ${fact("gain-models")}`,
  reading: ({ basis }) =>
    say`Each row is one ${wording(basis).listing}. The filled dot is the model that drew most likes since the one before, the ring the one whose downloads of the month are furthest above those of the month before.`,
  docs: ({ basis }) => ({
    day_before: `Day of the ${wording(basis).listing} before`,
    observed_on: `Day of the ${wording(basis).listing}`,
  }),
  time: { on: "observed_on", counts: ["model-likes", "model-downloads"], members: "fixed" },
  columns,
  n: "gain-models",
  plot: (rows, size) => {
    const most = Math.max(...rows.map(({ likes_gained }) => likes_gained));
    const key = (row: Row): string => month(row.observed_on);
    const ticks = [0, 10, 100, 500, 1000, 2000, 5000, 10_000].filter(
      (tick) => tick <= most && !(size.phone && tick === 10),
    );
    return {
      height: 54 + rows.length * (size.phone ? 80 : 58),
      marginLeft: size.phone ? 14 : 90,
      marginRight: size.phone ? 22 : 30,
      marginTop: 26,
      marginBottom: 20,
      insetTop: size.phone ? 22 : 10,
      x: { type: "sqrt", domain: [0, most], axis: null },
      y: { domain: rows.map(key), axis: null, padding: 0.2 },
      marks: [
        ...topAxis(ticks, place),
        Plot.link(rows, { x1: "used_likes", x2: "likes_gained", y: key, stroke: "var(--rule)", strokeWidth: 2 }),
        Plot.dot(rows, { x: "likes_gained", y: key, r: 5, fill: colourOf("models") }),
        Plot.dot(rows, { x: "used_likes", y: key, r: 5, fill: "var(--paper)", stroke: "var(--ink)", strokeWidth: 2 }),
        Plot.text(rows, {
          ...{ x: "likes_gained", y: key, text: ({ liked }: Row) => shortName(liked) },
          ...{ textAnchor: "end", dx: 6, dy: -15, ...inked },
        }),
        Plot.text(rows, {
          ...{ x: "used_likes", y: key, text: ({ used }: Row) => shortName(used), textAnchor: "start", dx: -5, dy: 16 },
          ...inked,
        }),
        Plot.text(rows, {
          ...{ y: key, text: key, frameAnchor: "left", ...quiet },
          ...(size.phone ? { textAnchor: "start", dx: -12, dy: -34 } : { textAnchor: "end", dx: -14 }),
        }),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of new likes of the model with most new likes and of the one with most new downloads, ${show.value(rows.length, "windows")} pairs of listings to ${show.day(fact("gain-models").basis.asOf)}.`,
    long: merge(rows.map(step), " "),
  }),
});

function step(row: Row) {
  return say`To ${show.day(row.observed_on)} ${nameText(shortName(row.liked))} had ${show.value(row.likes_gained, "likes")} new likes; ${nameText(shortName(row.used))} had ${show.value(row.used_likes, "likes")}, and ${show.value(row.downloads_gained, "downloads")} downloads beyond those of the month before.`;
}
