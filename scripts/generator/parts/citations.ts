import { stream } from "./draw.ts";

/** Identifier of a daily paper by number: of a month that arXiv never had. */
export function paperId(number: number): string {
  return `0000.${String(number).padStart(5, "0")}`;
}

/** Tags by which repositories name papers of arXiv: those of the daily list, and half as many that it lacks. */
export function citationsOf(kind: string, papers: number, seed: number): (i: number, scientific: boolean) => string[] {
  const [there, which] = [stream(seed, `${kind} cites`), stream(seed, `${kind} cited`)];
  return (i, scientific) => {
    const drawn = there(i);
    if (drawn >= (scientific ? 0.35 : 0.05)) return [];
    const first = Math.floor(which(i) ** 2 * papers * 1.5);
    return drawn < 0.01 ? [first, first + 1].map(tagOf) : [tagOf(first)];
  };
}

function tagOf(number: number): string {
  return `arxiv:${paperId(number)}`;
}
