import type { Headline } from "#kit/define.ts";
import { items } from "#kit/stats/frequency.ts";
import { topShare } from "#kit/stats/top.ts";
import { say, show } from "#kit/text.ts";
import type { HubDistribution } from "./distributions.ts";
import { published } from "./facts/populations.ts";
import { shareOf, type Tops } from "./tops.ts";

/** The numbers that stand for the chapter on the home page; each sentence goes on from its number. */
export function headlines(windows: readonly HubDistribution[], panel: readonly Tops[]): Headline[] {
  const last = windows.at(-1);
  if (last === undefined) return [];
  const day = show.day(last.day);
  const series = windows.map(({ models }) => topShare(models, Math.min(published, items(models))));
  const unused = windows.map(({ models }) => items(models.filter(({ value }) => value === 0)) / items(models));
  const trend = (values: number[]): number[] => (values.length > 1 ? values : []);
  return [
    ...ofPanel(panel),
    {
      fact: "hub-top-200",
      sentence: say`of the Hub's downloads in the month to ${day} went to its ${show.value(Math.min(published, items(last.models)), "models")} most downloaded models`,
      trend: trend(series),
    },
    { fact: "hub-unused", sentence: say`of the Hub's models had no download in the same window`, trend: trend(unused) },
    { fact: "hub-top-10", sentence: say`of them went to ${show.value(Math.min(10, items(last.models)), "models")}` },
  ];
}

/** Models that the panel's headline is about. */
const few = 10;

/** The panel's headline, where it leads. */
function ofPanel(panel: readonly Tops[]): Headline[] {
  const [first, last] = [panel[0], panel.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    {
      fact: "panel-top-10-last",
      sentence: say`of downloads in a fixed panel of namespaces went to ${show.value(few, "models")} models in the month to ${show.day(last.day)}, ${show.value(shareOf(first, few), "share")} in the one to ${show.day(first.day)}`,
      trend: panel.map((tops) => shareOf(tops, few)),
    },
  ];
}
