import type { Fact } from "#kit/facts.ts";
import { interval } from "#kit/facts.ts";
import { brief, say, show, type Text } from "#kit/text.ts";

/** The title and the standfirst. */
export function finding(get: (id: string) => Fact): { title: Text; standfirst: Text } {
  const [industry, independent] = [interval(get("industry-downloads")), interval(get("independent-downloads"))];
  const day = show.month(get("models").basis.asOf);
  return {
    title: say`Unclassified owners had ${brief(get("unclassified-models"))} of the Hub’s models, ${brief(get("unclassified-downloads"))} of its downloads`,
    standfirst: say`On the whole Hub of ${day}, companies are known to own ${get("industry-models")} of models and to draw ${show.value(industry.lower, "share")} of downloads; whoever the unknown owners are, that share ends at ${show.value(industry.upper, "share")}, if the registry is right. For individuals and communities that is ${show.between(independent.lower, independent.upper, "share")} of downloads: who builds depends on what one counts.`,
  };
}
