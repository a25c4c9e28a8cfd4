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

/** Prose with every bare number on the line of the word that it counts: "34 namespaces". */
export function unbrokenFacts(html: string): string {
  return html.replace(/(<a class="fact"[^>]*>[\d.,]+<\/a>) (?=\p{L}{4})/gu, "$1\u00a0");
}
