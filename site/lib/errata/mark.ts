import { anchor } from "../links.ts";
import type { Erratum } from "./types.ts";

/** Where a piece of HTML stands, and where its errata are told. */
export interface Marked {
  /** Errata of the edition, in the order of their days. */
  readonly errata: readonly Erratum[];
  /** Address of the edition, with a slash at its end. */
  readonly edition: string;
  /** Id of the chapter that the HTML is of; null on other pages. */
  readonly analysis: string | null;
  /** Address of the page on errata. */
  readonly page: string;
}

/**
 * HTML with a mark after every link that leads to a fact with an erratum: in full after the first, in a word after others.
 *
 * The linked number itself stays as it was published.
 */
export function marked(html: string, where: Marked): string {
  const told = new Set<string>();
  return html.replace(/<a\b[^>]*\shref="([^"]*#n-[^"]*)"[^>]*>.*?<\/a>/gs, (link, address: string) => {
    const own = errataAt(address, where);
    const newest = own.at(-1);
    if (newest === undefined) return link;
    const first = !told.has(anchor.erratum(newest));
    told.add(anchor.erratum(newest));
    const words = first ? sentence(own) : "Erratum";
    return `${link} <a class="erratum" href="${where.page}#${anchor.erratum(newest)}">[${escaped(words)}]</a>`;
  });
}

/** What errata of one fact, in the order of their days, say of it: what it was first, what it is now, when and why. */
export function sentence(errata: readonly Erratum[]): string {
  const [first, last] = [errata[0], errata.at(-1)];
  if (first === undefined || last === undefined) return "";
  return `Erratum, ${last.words.on}: it was ${first.words.was}, it is ${last.words.is}. ${last.cause}`;
}

/** Errata of the fact that an address leads to. */
function errataAt(address: string, { errata, edition, analysis }: Marked): Erratum[] {
  const [path = "", id = ""] = address.split("#");
  return errata.filter(({ fact, analysis: of }) => {
    const own = path === "" ? analysis === of : path === `${edition}${of}/`;
    return own && id === anchor.fact(fact);
  });
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
