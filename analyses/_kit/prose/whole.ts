import type { Fault, Known } from "./known.ts";
import type { Piece } from "./parse.ts";
import { vocabulary } from "./vocabulary.ts";

const lastHeading = "What this edition cannot know";

/** What is wrong with the prose as a whole: figures unused or shown twice, words in elements that wrap none, its last heading. */
export function wholeFaults(found: readonly Piece[], known: Known): Fault[] {
  const drawn = found.filter((piece) => piece.name === "Figure");
  const used = drawn.map((piece) => piece.attributes.id);
  const unused = [...known.chapter.figures.keys()].filter((id) => !used.includes(id));
  const twice = drawn.filter(({ attributes }, i) => used.indexOf(attributes.id) !== i);
  const stuffed = found.filter(({ parents }) => vocabulary[parents.at(-1)?.name ?? ""]?.wraps === false);
  const end = found.at(-1)?.end ?? 0;
  return [
    ...unused.map((id) => ({ at: end, message: `figure "${id}" is drawn but never shown: add <Figure id="${id}" />` })),
    ...twice.map(({ start, attributes }) => ({ at: start, message: `figure "${attributes.id}" is shown twice` })),
    ...stuffed.map(({ start, parents }) => ({
      at: start,
      message: `<${parents.at(-1)?.name}> wraps no words: close it with />`,
    })),
    ...(headings(found).at(-1) === lastHeading
      ? []
      : [{ at: end, message: `the last heading must be "${lastHeading}"` }]),
  ];
}

function headings(found: readonly Piece[]): string[] {
  const texts = found.filter((piece) => piece.type === "text");
  return found
    .filter((piece) => piece.type === "heading")
    .map((heading) =>
      texts
        .filter(({ parents }) => parents.includes(heading))
        .map(({ text }) => text)
        .join(""),
    );
}
