import { numberFaults } from "../words.ts";
import type { Piece } from "./parse.ts";
import { vocabulary } from "./vocabulary.ts";

interface Stretch {
  /** Offset in the block's joined text. */
  readonly from: number;
  readonly piece: Piece;
}

/** Numbers of one block that emphasis, code or links split over several pieces: `two **percent**`. */
export function splitNumbers(found: readonly Piece[]): { at: number; message: string }[] {
  return found
    .filter(({ type }) => type === "paragraph" || type === "heading")
    .flatMap((block) => inBlock(block, found));
}

function inBlock(block: Piece, found: readonly Piece[]): { at: number; message: string }[] {
  const stretches: Stretch[] = [];
  let joined = "";
  for (const piece of found.filter(({ parents }) => parents.includes(block))) {
    const spoken = piece.type === "text" || piece.type === "inlineCode";
    if (spoken) stretches.push({ from: joined.length, piece });
    if (spoken) joined += piece.text ?? "";
    else if (apart(piece)) joined += "\ufffc";
  }
  const whole = new Set(
    stretches.flatMap(({ from, piece }) => numberFaults(piece.text ?? "").map((fault) => from + fault.index)),
  );
  return [...numberFaults(joined), ...unitFaults(joined)]
    .filter(({ index }) => !whole.has(index))
    .map(({ index, message }) => ({
      at: stretches.findLast(({ from }) => from <= index)?.piece.start ?? block.start,
      message,
    }));
}

/** Units typed after a bound number, which carries its own. */
function unitFaults(joined: string): { index: number; message: string }[] {
  return [...joined.matchAll(/(?<=\ufffc)\s*(?:%|percent|per cent|percentage|million|billion|thousand|times)/giu)].map(
    (match) => ({
      index: match.index + 1,
      message: `"${match[0].trim()}" stands after a bound number, which carries its own unit`,
    }),
  );
}

/** Whether something that prints stands here, so that the words on both sides of it are not neighbours. */
function apart({ type, name, text }: Piece): boolean {
  return name === null
    ? type === "image" || (type.startsWith("mdx") && text !== null)
    : vocabulary[name]?.wraps !== true;
}
