import type { Fact } from "#kit/facts.ts";
import { brief, claim, nameText, say, type Text } from "#kit/text.ts";
import type { Series } from "./series.ts";
import { overtakes, trend } from "./trends.ts";

type Facts = Readonly<Record<string, Fact>>;

/** The title and the standfirst; each says which way a share went only where the facts bear it out. */
export function finding(series: Series, facts: Facts): { title: Text; standfirst: Text } {
  const get = (id: string): Fact => facts[id] as Fact;
  const { words } = series;
  const went = trend(get("cn-share-first"), get("cn-share-last"), { rose: "rose", fell: "fell", else: "went" });
  const whose = words.complete ? say`the Hub's` : say`a fixed panel's`;
  return {
    title: say`American publishers hold ${brief(get("us-share-last"))} of ${whose} downloads, Chinese publishers ${brief(get("cn-share-last"))}`,
    standfirst: say`China's share ${went} from ${get("cn-share-first")} on ${get("first-day")} to ${get("cn-share-last")} on ${get("last-day")}, the newest ${words.crawl} at hand. ${depends(series, get)}`,
  };
}

/** What the answer depends on: which models count where a list tells, else where one owner stands. */
function depends({ curated, heaviest }: Series, get: (id: string) => Fact): Text {
  if (curated.length === 0)
    return say`Without the namespace ${nameText(heaviest)}, which holds ${get("heaviest-share")}, the shares are ${get("us-share-without")} and ${get("cn-share-without")}.`;
  const ends = ["cn-curated-first", "us-curated-first", "cn-curated-last", "us-curated-last"].map(get);
  const turned = overtakes(ends)
    ? say`${claim("overtook", ends, "China overtook the United States", "headline")} on the headline count: which models count decides the answer.`
    : say`China holds ${get("cn-curated-last")} and the United States ${get("us-curated-last")}.`;
  return say`Where curated language models alone count, ${turned}`;
}
