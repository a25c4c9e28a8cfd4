import type { Fact } from "#kit/facts.ts";
import { list, nameText, say, show, type Text } from "#kit/text.ts";
import type { Listing } from "./listings.ts";
import { wording } from "./wording.ts";

type Get = (id: string) => Fact;

/** Whether what was gained between crawls leads the chapter: where no other population stands beside a chosen one. */
export function movesLead(lead: Listing, lists: readonly Listing[]): boolean {
  return !lead.basis.complete && lists.length === 0;
}

/** The title and the standfirst. */
export function finding(lead: Listing, lists: readonly Listing[], facts: Readonly<Record<string, Fact>>) {
  const get: Get = (id) => facts[id] as Fact;
  return movesLead(lead, lists) && "gain-least" in facts ? ofMoves(lead, get) : ofStock(lead, lists, get);
}

function ofStock(lead: Listing, lists: readonly Listing[], get: Get): { title: Text; standfirst: Text } {
  const whose = nameText(wording(lead.basis).whose);
  const elsewhere = lists.map(({ id, label }) => say`${get(`${id}-shared-25`)} (${nameText(label)})`);
  const others = lists.length === 0 ? say`` : say`; on lists of newer models it is ${list(elsewhere)}`;
  return {
    title: say`Of the ${get("depth-25")} most liked models ${nameText(lead.basis.complete ? "of the Hub" : "listed")}, ${get("shared-25")} are among the ${get("depth-25")} most downloaded`,
    standfirst: say`That holds of ${whose} on ${show.day(lead.day)}, where ${get("shared-10")} of the first ${get("depth-10")} are the same${others}. Over all models likes and downloads rank much alike, with a correlation of ${get("spearman")}: it is at the top that they part.`,
  };
}

function ofMoves(lead: Listing, get: Get): { title: Text; standfirst: Text } {
  const [least, most] = [get("gain-least"), get("gain-most")];
  const said = least.value === most.value ? say`${least}` : say`${least} to ${most}`;
  return {
    title: say`Of ${get("depth-25")} models with most new likes, ${said} are much downloaded`,
    standfirst: say`So it was between each two of ${get("crawls")} crawls to ${show.day(lead.day)}: new likes and downloads of the same weeks go to other models. Of the ${get("depth-25")} most liked of all time ${get("shared-25")} are among the most downloaded, and discussions go with likes.`,
  };
}
