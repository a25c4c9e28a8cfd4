import { isSays } from "../directions.ts";
import { position } from "../locate.ts";
import type { Problem } from "../problem.ts";
import { wordFaults } from "../words.ts";
import { coverageFaults } from "./coverage.ts";
import { elementFaults } from "./element.ts";
import type { Fault, Known } from "./known.ts";
import { type Piece, pieces } from "./parse.ts";
import { splitNumbers } from "./split.ts";
import { wholeFaults } from "./whole.ts";

/** A rule that a piece breaks; `at` is an offset in the file, the piece's start if left out. */
type PieceFault = Omit<Fault, "at"> & { readonly at?: number };

type Rule = (piece: Piece, known: Known, mdx: string) => PieceFault[];

/** Everything that is wrong with the prose of a chapter. */
export function checkProse(file: string, mdx: string, known: Known): Problem[] {
  const found = read(file, mdx);
  if (!Array.isArray(found)) return [found];
  const faults = found.flatMap((piece) =>
    ruleFor(piece)(piece, known, mdx).map((fault) => ({ at: piece.start, ...fault })),
  );
  return [...faults, ...splitNumbers(found), ...coverageFaults(found, known), ...wholeFaults(found, known)].map(
    ({ at, ...fault }: Fault) => ({ file, ...position(mdx, at), ...fault }),
  );
}

function read(file: string, mdx: string): Piece[] | Problem {
  try {
    return pieces(mdx);
  } catch (error) {
    const {
      line = 1,
      column = 1,
      reason = String(error),
    } = error as { line?: number; column?: number; reason?: string };
    return { file, line, column, message: `not valid MDX: ${reason}` };
  }
}

function ruleFor(piece: Piece): Rule {
  if (piece.type.startsWith("mdxJsx")) return elementFaults;
  if (piece.type === "mdxjsEsm") return () => [{ message: "prose has no imports or exports: compute in analysis.ts" }];
  if (piece.type.startsWith("mdx")) return expression;
  if (piece.type.startsWith("image"))
    return () => [{ message: "prose has no pictures but figures: draw it in figures.ts and write <Figure id />" }];
  if (piece.type === "definition")
    return () => [{ message: "prose has no link definitions or footnotes: write the link inline, or a <Note>" }];
  if (piece.type === "list" && (piece.first ?? 1) !== 1)
    return () => [{ message: `a list that begins with ${piece.first} shows a typed number: begin with 1` }];
  return words;
}

const expression: Rule = (piece) =>
  /^(?:\s*\/\*(?:(?!\*\/)[\s\S])*\*\/)*\s*$/.test(piece.text ?? "")
    ? []
    : [{ message: "prose has no {expressions}: make a fact in analysis.ts and write <Fact id />" }];

const words: Rule = (piece, _known, mdx) => {
  const claim = piece.parents.findLast((parent) => parent.name === "Claim")?.attributes.says ?? "";
  return wordFaults(piece.text ?? "", isSays(claim) ? claim : null).map(({ index, message }) => ({
    message,
    at: offsetIn(piece, mdx, index),
  }));
};

/** Offset in the file of an offset in a piece's text, past escapes and entities as far as the text still matches. */
function offsetIn(piece: Piece, mdx: string, index: number): number {
  const [wanted = ""] = (piece.text ?? "").slice(index, index + 6).split(/(?<=\S)\s/);
  const near = mdx.indexOf(wanted, piece.start + index);
  const first = mdx.indexOf(wanted, piece.start);
  const found = near >= 0 && near < piece.end ? near : first;
  return found >= 0 && found < piece.end ? found : piece.start;
}
