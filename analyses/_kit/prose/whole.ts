import type { Fault, Known } from "./known.ts";
import type { Piece } from "./parse.ts";
import { vocabulary } from "./vocabulary.ts";

const lastHeading = "What this edition cannot know";

/** What is wrong with the prose as a whole: figures unused or shown twice, words in elements that wrap none, its last heading. */
export function wholeFaults(found: readonly Piece[], known: Known): Fault[] {
  const stuffed = found.filter(({ parents }) => vocabulary[parents.at(-1)?.name ?? ""]?.wraps === false);
  const end = found.at(-1)?.end ?? 0;
  return [
    ...onceFaults(found, { element: "Figure", what: "figure", made: "drawn" }, [...known.chapter.figures.keys()]),
    ...onceFaults(found, { element: "Recommendation", what: "recommendation", made: "made" }, [
      ...known.chapter.recommendations.keys(),
    ]),
    ...stuffed.map(({ start, parents }) => ({
      at: start,
      message: `<${parents.at(-1)?.name}> wraps no words: close it with />`,
    })),
    ...(headings(found).at(-1) === lastHeading
      ? []
      : [{ at: end, message: `the last heading must be "${lastHeading}"` }]),
  ];
}

/** An element that shows a thing of the analysis, and words for the thing and for how it came about. */
interface Shown {
  readonly element: string;
  readonly what: string;
  readonly made: string;
}

/** Things that the prose never shows, or shows twice. */
function onceFaults(found: readonly Piece[], { element, what, made }: Shown, ids: readonly string[]): Fault[] {
  const those = found.filter((piece) => piece.name === element);
  const used = those.map((piece) => piece.attributes.id);
  const unused = ids.filter((id) => !used.includes(id));
  const twice = those.filter(({ attributes }, i) => used.indexOf(attributes.id) !== i);
  const end = found.at(-1)?.end ?? 0;
  return [
    ...unused.map((id) => ({
      at: end,
      ...{ open: true as const, lacks: `<${element} id="${id}" />` },
      message: `${what} "${id}" is ${made} but never shown: add <${element} id="${id}" />`,
    })),
    ...twice.map(({ start, attributes }) => ({ at: start, message: `${what} "${attributes.id}" is shown twice` })),
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
