import type { Fault, Known } from "./known.ts";
import type { Piece } from "./parse.ts";

const hub = /\b(?:whole|entire|complete) Hub\b|\b(?:on|across|of) the (?:Hugging Face )?Hub\b|\bthe Hub's\b/u;
const named = /\b(?:panel|namespaces?|lists?|listed|crawl(?:s|ed)?|selection|sample|curated|snapshot)\b/iu;

/** Paragraphs that speak of the Hub with numbers from a part of it, and do not say which part. */
export function coverageFaults(found: readonly Piece[], { chapter }: Known): Fault[] {
  return found
    .filter(({ type }) => type === "paragraph" || type === "heading")
    .flatMap((block) => {
      const inside = found.filter(({ parents }) => parents.includes(block));
      const text = inside.map((piece) => (piece.type === "text" ? piece.text : "")).join("");
      if (!hub.test(text) || named.test(text)) return [];
      const facts = inside.filter(({ name }) => name === "Fact");
      const partial = facts.filter(
        ({ attributes }) => chapter.facts.get(attributes.id ?? "")?.basis.complete === false,
      );
      return partial.map(({ start, attributes }) => ({
        at: start,
        open: true as const,
        message: `fact "${attributes.id}" counts a part of the Hub, and this paragraph speaks of the Hub: name the population`,
      }));
    });
}
