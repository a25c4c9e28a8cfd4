import type { Fact } from "#kit/facts.ts";
import { brief, nameText, say, type Text } from "#kit/text.ts";
import type { Facts } from "./facts/companies.ts";
import type { Population } from "./population.ts";
import { whose } from "./wording.ts";

/** The title and the standfirst. */
export function finding({ basis }: Population, facts: Facts): { title: Text; standfirst: Text } {
  const get = (id: string): Fact => facts[id] as Fact;
  const { who } = whose(basis);
  return {
    title: say`Meta is the base of ${brief(get("meta-base-share"))} of derived models and the root of ${brief(get("meta-root-share"))}`,
    standfirst: say`Of ${get("derived")} ${nameText(who)} that name a base, ${get("copies-base")} name the copy of a re-uploader, so what they were made from shows at the root alone. Against Google and Meta together Alibaba has ${get("ratio-base")} as many derived models one step back, and ${get("ratio-root")} as many at the root.`,
  };
}
