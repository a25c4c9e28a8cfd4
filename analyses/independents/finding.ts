import type { Basis } from "#kit/coverage.ts";
import { type Fact, interval } from "#kit/facts.ts";
import { brief, say, show, type Text } from "#kit/text.ts";

type Facts = Readonly<Record<string, Fact>>;

interface Finding {
  readonly title: Text;
  readonly standfirst: Text;
  /** What the finding stands on. */
  readonly basis: Basis;
}

/** The title, the standfirst and what they stand on: of the complete listing, or of who redistributes where nothing newer than its list is at hand. */
export function finding(facts: Facts, recent: boolean): Finding {
  const get = (id: string): Fact => facts[id] as Fact;
  return recent || facts["lineage-quantized-independent-models"] === undefined ? owned(get) : redistributed(get);
}

function owned(get: (id: string) => Fact): Finding {
  const [industry, independent] = [interval(get("industry-downloads")), interval(get("independent-downloads"))];
  const day = show.month(get("models").basis.asOf);
  return {
    title: say`Unclassified owners had ${brief(get("unclassified-models"))} of the Hub’s models, ${brief(get("unclassified-downloads"))} of its downloads`,
    standfirst: say`On the whole Hub of ${day}, companies are known to own ${get("industry-models")} of models and to draw ${show.value(industry.lower, "share")} of downloads; whoever the unknown owners are, that share ends at ${show.value(industry.upper, "share")}, if the registry is right. For individuals and communities that is ${show.between(independent.lower, independent.upper, "share")} of downloads: who builds depends on what one counts.`,
    basis: get("models").basis,
  };
}

function redistributed(get: (id: string) => Fact): Finding {
  const [independent, industry] = [
    get("lineage-quantized-independent-models"),
    get("lineage-quantized-industry-models"),
  ];
  return {
    title: say`Known independents made ${brief(independent)} of listed quantised text models, companies ${brief(industry)}`,
    standfirst: say`The list is of text-generation models in ${show.month(independent.basis.asOf)}; whoever the unclassified owners are, independents made ${independent} at the least, if the registry is right. On the whole Hub of ${show.month(get("models").basis.asOf)} they are known to draw ${get("independent-downloads")} of downloads, and companies ${get("industry-downloads")}.`,
    basis: independent.basis,
  };
}
