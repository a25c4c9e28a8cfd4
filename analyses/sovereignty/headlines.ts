import type { Headline } from "#kit/define.ts";
import { nameText, say, show, type Text } from "#kit/text.ts";
import { chain, type Step } from "./growth.ts";
import type { Series } from "./series.ts";
import { fraction, type PlaceShare } from "./shares.ts";

/** The numbers that stand for the chapter on the home page; each sentence goes on from its number. */
export function headlines(series: Series, steps: readonly Step[]): Headline[] {
  const { complete, crawl } = series.words;
  const whose = complete ? say`the Hub's` : say`a fixed panel's`;
  const its = complete ? say`the Hub's` : say`the panel's`;
  const single = complete ? say`${nameText(series.heaviest)}` : say`which decides where Germany stands`;
  const shares = (rows: readonly PlaceShare[], place: string): number[] =>
    series.days.map((day) => fraction(rows, day, place));
  const one = (fact: string, sentence: Text, trend: readonly number[] = []): Headline => ({ fact, sentence, trend });
  return [
    one(
      "us-share-last",
      say`of ${whose} downloads go to models of publishers in the United States`,
      shares(series.panel, "US"),
    ),
    one("cn-share-last", say`of the same downloads go to models of publishers in China`, shares(series.panel, "CN")),
    ...(series.curated.length === 0
      ? []
      : [
          one(
            "cn-curated-last",
            say`is China's share where curated language models alone count`,
            shares(series.curated, "CN"),
          ),
        ]),
    one("heaviest-share", say`of ${its} downloads go to a single namespace, ${single}`),
    one(
      "cn-growth",
      say`their level of ${show.month(series.first)} is what Chinese downloads reach, like for like`,
      chain(steps, "CN", series.first).map(({ index }) => index),
    ),
    one("panel-downloads-last", say`downloads of ${its} models in the window that ends with its last ${crawl}`),
  ];
}
