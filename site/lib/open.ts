import type { Problem } from "#kit/problem.ts";
import { type Piece, pieces } from "#kit/prose/parse.ts";

/** A stretch of prose and what takes its place. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Words of drafts that their numbers do not bear, each with its number among those of its edition. */
type Open = readonly Problem[];

/**
 * Prose of a draft with a mark where its words do not hold: `<Open n />` around what a claim or a text says, and in place
 * of an element that cannot be shown. What the prose lacks follows it, marked. The same prose where nothing is open.
 */
export function markOpen(file: string, mdx: string, open: Open): string {
  const own = [...open.entries()].filter(([, problem]) => problem.file === file);
  if (own.length === 0) return mdx;
  const found = pieces(mdx);
  const lacking = own.filter(([, { lacks }]) => lacks !== undefined);
  const edits = own
    .filter(([, { lacks }]) => lacks === undefined)
    .flatMap(([n, problem]) => editsAt(found, offsetOf(mdx, problem), n))
    .filter((edit, i, all) => all.findIndex(({ from }) => from === edit.from) === i);
  return `${edited(mdx, edits)}${lacking.map(([n, { lacks }]) => `\n\n<Open n="${n}" />\n\n${lacks}\n`).join("")}`;
}

function editsAt(found: readonly Piece[], at: number, n: number): Edit[] {
  const piece = found.find(({ start, name }) => start === at && name !== null);
  if (piece === undefined) return [];
  const inside = found.filter(({ parents }) => parents.at(-1) === piece);
  const { start, end } = piece;
  const [first, last] = [inside[0], inside.at(-1)];
  if (piece.name !== "Claim" || first === undefined || last === undefined)
    return [{ from: start, to: end, text: `<Open n="${n}" />` }];
  return [
    { from: start, to: first.start, text: `<Open n="${n}">` },
    { from: last.end, to: end, text: "</Open>" },
  ];
}

function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((rest, { from, to, text: by }) => `${rest.slice(0, from)}${by}${rest.slice(to)}`, text);
}

function offsetOf(text: string, { line, column }: Problem): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}

/** Id of the mark of an open problem by its number. */
export function openAnchor(n: number): string {
  return `open-${n}`;
}

/** What is open on a page of an edition, each with its number: nothing on pages that show no prose. */
export function openOn(open: Open, page: string): [number, Problem][] {
  const folder = page === "claims/conflicts/" ? "_ledger" : page.split("/")[0];
  return [...open.entries()].filter(([, { file }]) => file.startsWith(`analyses/${folder}/`));
}
