import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, nameText, say, show } from "#kit/text.ts";
import { int } from "#loaders/schema/column.ts";
import { wording } from "../wording.ts";

const columns = {
  likes: int("Likes at least, up to the next class", "likes"),
  downloads_30d: int("Downloads in the 30 days before the day at least, up to the next class", "downloads"),
  models: int("Models", "models"),
};

type Row = FrameRow<typeof columns>;

const classesTo = (most: number): number[] =>
  [
    0,
    ...Array.from({ length: 1 + Math.floor(Math.log10(most)) }, (_, i) =>
      [1, 2, 5].map((digit) => digit * 10 ** i),
    ).flat(),
  ].filter((value) => value <= most);

const power = (value: number): boolean => value === 0 || Number.isInteger(Math.log10(value));

/** All models by likes and downloads: a big dot is a crowd. */
export const likesAndDownloads = defineFigure({
  id: "likes-and-downloads",
  title: (_, { fact }) =>
    say`Likes and downloads correlate at ${brief(fact("spearman"))} over all models, ${brief(fact("spearman-liked"))} among most liked`,
  subtitle: (_, { fact }) =>
    say`Models by likes and by downloads in ${fact("window-days")} days, classes of logarithmic width; all ${fact("models")} models of ${nameText(wording(fact("models").basis).whose)}, ${show.day(fact("models").basis.asOf)}`,
  reading: say`Each dot stands for the models of one class of downloads (across) and one of likes (up); its size says how many they are, on a logarithmic scale. Were likes and use one thing, the dots would lie on one line.`,
  sensitivity: (_, { fact }) =>
    fact("spearman").variants.map(({ label: name, value }) => ({
      label: nameText(name),
      value: say`correlation ${show.value(value, "index")}`,
    })),
  columns,
  n: "models",
  plot: (rows, size) => {
    const x = classesTo(Math.max(...rows.map((row) => row.downloads_30d)));
    const y = classesTo(Math.max(...rows.map((row) => row.likes)));
    const most = Math.max(...rows.map(({ models }) => models));
    const ticks = (all: number[], every: number): number[] =>
      all.filter((value) => power(value) && (every === 1 || value === 0 || Math.log10(value) % every === 1));
    const [radius, least] = size.phone ? [4.8, 1] : [10, 1.5];
    const axis = { stroke: null, tickSize: 0, color: "var(--quiet)", labelArrow: "none" } as const;
    return {
      height: 90 + y.length * (size.phone ? 17 : 22),
      marginLeft: 52,
      marginRight: 12,
      marginTop: 30,
      marginBottom: 44,
      x: { type: "band", domain: x, padding: 0.06, label: "downloads" },
      y: { type: "band", domain: [...y].reverse(), padding: 0.06, label: null },
      color: { type: "identity" },
      marks: [
        Plot.axisX(ticks(x, size.phone ? 2 : 1), {
          ...{ ...axis, tickFormat: (value: number) => label(value, "downloads"), labelAnchor: "center" },
        }),
        Plot.axisY(ticks(y, 1), { ...axis, tickFormat: (value: number) => label(value, "likes"), label: null }),
        Plot.gridX(ticks(x, 1), { stroke: "var(--rule)", strokeOpacity: 1 }),
        Plot.gridY(ticks(y, 1), { stroke: "var(--rule)", strokeOpacity: 1 }),
        Plot.dot(rows, {
          ...{ x: "downloads_30d", y: "likes", fill: colourOf("models") },
          r: ({ models }: Row) => least + ((radius - least) * Math.log(models)) / Math.log(Math.max(2, most)),
        }),
        Plot.text(["likes"], {
          text: (one: string) => one,
          frameAnchor: "top-left",
          dx: -44,
          dy: -18,
          fill: "var(--quiet)",
        }),
      ],
      r: { type: "identity" },
    };
  },
  describe: (rows, { fact }) => {
    const fullest = rows.reduce((a, b) => (b.models > a.models ? b : a));
    return {
      alt: say`Bubble chart of models by likes and downloads; over all models the correlation of their ranks is ${fact("spearman")}.`,
      long: say`The biggest dot has ${show.value(fullest.models, "models")} models, of ${show.value(fullest.likes, "likes")} likes and ${show.value(fullest.downloads_30d, "downloads")} downloads or little above. Among the first by likes the correlation is ${fact("spearman-liked")}, among the first by downloads ${fact("spearman-downloaded")}. ${fact("unliked")} of models have no like.`,
    };
  },
});
