import { href } from "./links.ts";

/** The place that prose keeps for a figure. */
export function figurePlace(id: string): string {
  return `<div data-figure="${id}"></div>`;
}

/** A piece of prose: HTML, or the id of the figure that stands between two. */
export type Piece = { readonly html: string } | { readonly figure: string };

/** Prose as HTML and the figures between, in reading order. */
export function piecesOf(html: string): Piece[] {
  const parts = html.split(/<div data-figure="([^"]*)"><\/div>/);
  return parts.map((part, i) => (i % 2 === 1 ? { figure: part } : { html: part }));
}

/** The headings of sealed prose, as the contents of its page show them. */
export function headingsOf(html: string): { slug: string; text: string }[] {
  return [...html.matchAll(/<h2 id="([^"]*)"[^>]*>(.*?)<\/h2>/gs)].map(([, slug = "", inner = ""]) => ({
    slug,
    text: plain(inner),
  }));
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#34": '"', "#39": "'" };

function plain(html: string): string {
  return html.replace(/<[^>]*>/g, "").replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

/** Sealed HTML under the base that the report is published at; it is sealed with links from `/`. */
export function atBase(html: string): string {
  return html.replace(/(<[a-z][^<>]*?\s(?:href|src)=")\/(?!\/)/g, (_, head: string) => `${head}${href()}`);
}

/** Prose with every bare number on the line of the word that it counts: "34 namespaces". */
export function unbrokenFacts(html: string): string {
  return html.replace(/(<a class="fact"[^>]*>[\d.,]+<\/a>) (?=\p{L}{4})/gu, "$1\u00a0");
}
