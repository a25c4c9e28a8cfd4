import { type Fact, numeric } from "#kit/facts.ts";
import { brief, claim, say, show, type Text } from "#kit/text.ts";

type Facts = Readonly<Record<string, Fact>>;

/** The title and the standfirst: of the panel where no newer list stands beside it, else of the complete Hub. */
export function finding(facts: Facts, alone: boolean): { title: Text; standfirst: Text } {
  const get = (id: string): Fact => facts[id] as Fact;
  return alone ? ofPanel(get) : ofHub(get);
}

function ofHub(get: (id: string) => Fact): { title: Text; standfirst: Text } {
  const [top, day] = [get("hub-top-200"), get("hub-top-200").basis.asOf];
  return {
    title: say`In the month to ${show.day(day)}, ${brief(get("top-200-models"))} models took ${brief(top)} of the Hub's downloads`,
    standfirst: say`Of ${get("hub-models")} models, ${get("hub-unused")} had no download in the window, and ${get("reach-50-models")} had ${get("reach-50-downloads")} of all downloads. In ${get("populations")} counts, each of one population by one counter, the share of the ${get("top-200-models")} most downloaded lies between ${show.value(numeric(get("top-least")), "share")} and ${get("top-most")}, so a share says little until its population and its window are named.`,
  };
}

function ofPanel(get: (id: string) => Fact): { title: Text; standfirst: Text } {
  const [first, last] = [get("panel-top-10-first"), get("panel-top-10-last")];
  const [from, to] = [show.month(first.basis.asOf), show.month(last.basis.asOf)];
  const went = last.value < first.value ? claim("fell", [first, last], "fell") : say`went`;
  return {
    title: say`From ${from} to ${to}, ${get("top-10-models")} models' share of a panel ${went} to ${brief(last)}`,
    standfirst: say`On the first of ${get("panel-crawls")} crawls of the same namespaces it was ${first}; without the most downloaded model it ${went} as well. The ${get("top-200-models")} most downloaded went from ${get("panel-top-200-first")} to ${get("panel-top-200-last")}; on the whole Hub of ${show.month(get("hub-top-200").basis.asOf)} they had ${get("hub-top-200")}.`,
  };
}
