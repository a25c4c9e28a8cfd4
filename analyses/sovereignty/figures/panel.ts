import { numeric } from "#kit/facts.ts";
import { type Context, defineFigure } from "#kit/figure.ts";
import { annotation, eventRules, instant } from "#kit/marks.ts";
import { brief, claim, merge, say, show, type Text } from "#kit/text.ts";
import { date, float, text } from "#loaders/schema/column.ts";
import { named } from "../series.ts";
import { overtakes, trend } from "../trends.ts";
import { type Wording, wording } from "../wording.ts";
import { type BandRow, shareLines } from "./lines.ts";

const columns = {
  observed_on: date("Day of the crawl"),
  place: text("Country or region of the publisher"),
  code: text("Its ISO 3166-1 code; ZZ unknown"),
  share: float("Share of downloads", "share"),
  lower: float("Smallest share under any other way to count", "share"),
  upper: float("Largest share under any other way to count", "share"),
};

const moves = { rose: "rises", fell: "falls", else: "goes" };

/** Shares of all models by place, lines with bands. */
export const panelShares = defineFigure({
  id: "panel-shares",
  title: (_rows, { fact, basis }) =>
    say`The United States ${trend(fact("us-share-first"), fact("us-share-last"), moves)} to ${brief(fact("us-share-last"))} of ${wording(basis).panel} downloads, China ${trend(fact("cn-share-first"), fact("cn-share-last"), moves)} to ${brief(fact("cn-share-last"))}`,
  subtitle: (_rows, { fact, basis }) => {
    const listed = wording(basis).complete ? say`with a download` : say`listed by every crawl`;
    return say`Share of Hub downloads by country or region of the publisher, ${fact("panel-namespaces")} namespaces ${listed}, ${fact("window-days")} days to the date shown. Bands: the other ways tried`;
  },
  reading: ({ basis }) =>
    say`Each line is a country; its band spans the share under the other ways to count that were tried, one at a time, such as leaving out one owner or one model, or placing an owner elsewhere. ${wording(basis).complete ? everyBand : oneNamespace}`,
  docs,
  columns,
  n: "panel-models",
  time: { on: "observed_on", counts: ["model-downloads"], members: "fixed" },
  plot: (rows, size, { basis }) => shareLines(rows, named, wording(basis).complete ? named : ["US", "CN"], size),
  describe: (rows, { fact, basis }) => ({
    alt: say`Line chart of download shares by country and ${wording(basis).crawl}. The United States ends at ${fact("us-share-last")}, China at ${fact("cn-share-last")}.`,
    long: say`${merge(
      named.map((place) => path(rows, place)),
      " ",
    )} ${unknown(rows, wording(basis))}`,
  }),
});

/** Shares of curated language models by place, lines with bands. */
export const curatedShares = defineFigure({
  id: "curated-shares",
  title: (_rows, { fact }) => {
    const ends = ["cn-curated-first", "us-curated-first", "cn-curated-last", "us-curated-last"].map(fact);
    if (overtakes(ends))
      return say`Among curated language models ${claim("overtook", ends, "China overtakes the United States", "headline")} on the headline count`;
    return say`Among curated language models China holds ${brief(fact("cn-curated-last"))}, the United States ${brief(fact("us-curated-last"))}`;
  },
  subtitle: (_rows, { fact, basis }) => {
    const those = wording(basis).complete ? say`of the Hub` : say`of the same panel`;
    return say`Share of downloads by country or region of the publisher, ${fact("curated-models")} models ${those} that the ATOM Project curates, ${fact("window-days")} days to the date shown. Bands: the other ways tried`;
  },
  reading: ({ basis }) =>
    wording(basis).complete
      ? say`The snapshots of the figure before; only models on the curated list count.`
      : say`Same panel, same crawls as the figure before; only models on the curated list count.`,
  docs,
  columns,
  n: "curated-models",
  time: { on: "observed_on", counts: ["model-downloads"], members: "fixed" },
  events: ["deepseek-r1", "qwen3", "gpt-oss"],
  plot: (rows, size, { fact, events }) => {
    const lines = shareLines(rows, ["US", "CN"], ["US", "CN"], size);
    const within = events.filter(
      ({ date }) => rows.some((a) => a.observed_on <= date) && rows.some((b) => b.observed_on >= date),
    );
    const day = crosses(fact) ? String(fact("curated-after-day").value) : null;
    const above = Math.max(...rows.filter((row) => row.observed_on === day).map((row) => row.upper));
    return {
      ...lines,
      marks: [
        ...(size.phone ? [] : eventRules(within, [0.02], "right")),
        ...(lines.marks ?? []),
        ...(day === null ? [] : [annotation(instant(day), above, "the lines cross", { dy: -10 })]),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Line chart of curated language models: China ends at ${fact("cn-curated-last")}, the United States at ${fact("us-curated-last")}.`,
    long: say`${merge(
      ["US", "CN"].map((place) => path(rows, place)),
      " ",
    )} ${crosses(fact) ? say`The lines cross between ${fact("curated-before-day")} and ${fact("curated-after-day")}.` : say`China's line crosses that of the United States on no day.`}`,
  }),
});

const oneNamespace = say`Germany is one namespace, so it has no band: other readings move all of it.`;
const everyBand = say`Publishers without a row in the registry of owners count as unknown.`;

function crosses(fact: Context["fact"]): boolean {
  return numeric(fact("curated-crossings")) > 0;
}

function docs({ basis }: Context) {
  return { observed_on: `Day of the ${wording(basis).crawl}` };
}

function path(rows: readonly BandRow[], code: string): Text {
  const own = rows.filter((row) => row.code === code);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return say`No row is of ${code}.`;
  return say`${last.place}: from ${show.value(first.share, "share")} to ${show.value(last.share, "share")} (${show.between(last.lower, last.upper, "share")} under other ways to count).`;
}

function unknown(rows: readonly BandRow[], { complete }: Wording): Text {
  const shares = rows.filter(({ code }) => code === "ZZ").map((row) => row.share);
  const where = complete ? say`on the Hub` : say`in the panel`;
  if (shares.length === 0) return say`Every publisher ${where} has a known country or region.`;
  return say`Publishers of unknown country hold at most ${show.value(Math.max(...shares), "share")}.`;
}
