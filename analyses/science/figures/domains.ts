import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { merge, nameText, say, show } from "#kit/text.ts";
import { float, int, nullable, text } from "#loaders/schema/column.ts";
import { above, rowChart, spell, words } from "./rows.ts";

const columns = {
  domain: text("Domain of science"),
  repositories: int("Repositories that say it", "repositories"),
  share: float("Share of all repositories", "share"),
  namespaces: int("Namespaces that publish them", "namespaces"),
  downloads_30d: int("Their downloads in 30 days", "downloads"),
  median_downloads_30d: nullable(int("Median of their downloads", "downloads")),
  without_top: int("Their downloads without the most downloaded", "downloads"),
};

type Row = FrameRow<typeof columns>;

/** How many repositories say each domain. */
export const scienceDomains = defineFigure({
  id: "science-domains",
  title: (rows, { fact }) => {
    const [first, second] = rows.map((row) => spell(row.domain));
    const names =
      second === undefined
        ? nameText(capital(first ?? ""))
        : say`${nameText(capital(first ?? ""))} and ${nameText(second)}`;
    return say`${names} ${second === undefined ? "comes" : "come"} first among ${fact("science")} models that say a science`;
  },
  subtitle: (_, { basis, fact }) =>
    say`Number of models that say the domain in whole words, ${nameText(fact("all").basis.population)}, ${show.day(basis.asOf)}; one of several domains counts in each. At the ends: number and median downloads in a month`,
  assumptions: () => [
    say`A tag or a name says a domain where it holds one of the domain's terms as whole words, and no phrase that means something else; tags that name another repository do not count.`,
    say`What says nothing is not counted, so these numbers are no floor and no ceiling of what there is.`,
  ],
  columns,
  n: "science",
  plot: (rows, size) => {
    const most = Math.max(...rows.map((row) => row.repositories));
    const step =
      [1, 5, 10, 50, 100, 500, 1000, 5000, 10_000, 50_000, 100_000, 500_000].find((one) => most / one <= 5) ?? most;
    const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
    return rowChart(
      rows.map((row) => spell(row.domain)),
      size,
      {
        ticks,
        format: (tick) => label(tick, "models"),
        x: { domain: [0, most] },
        names: 170,
        right: size.phone ? 104 : 120,
      },
      [
        Plot.barX(rows, {
          x: "repositories",
          y: (row: Row) => spell(row.domain),
          fill: colourOf("science"),
          insetTop: above(size),
        }),
        Plot.text(rows, {
          x: "repositories",
          y: (row: Row) => spell(row.domain),
          text: ending,
          textAnchor: "start",
          dx: 8,
          dy: above(size) / 2,
          ...words,
        }),
      ],
    );
  },
  describe: (rows, { fact }) => ({
    alt: say`Bar chart of models by domain of science; the longest bar is ${nameText(spell(rows[0]?.domain ?? ""))}, ${show.value(rows[0]?.repositories ?? 0, "models")} of ${fact("science")}.`,
    long: say`Models of each domain and their downloads in a month, those of several domains in each. ${merge(
      rows.map(
        (row) =>
          say`${nameText(spell(row.domain))}: ${show.value(row.repositories, "models")}, ${show.value(row.downloads_30d, "downloads")} downloads.`,
      ),
      " ",
    )}`,
  }),
});

function ending({ repositories, median_downloads_30d: median }: Row): string {
  return `${label(repositories, "models")}, median ${median === null ? "unknown" : label(median, "downloads")}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
