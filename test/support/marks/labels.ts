import { type Box, gaps, type Point } from "./geometry.ts";
import type { Drawn, Mark, Words } from "./read.ts";

/** How far words may stand from the mark that they name, in CSS pixels: beside it, and above or below it. */
export const reach = { x: 26, y: 44 } as const;

/** How far the middle of words may lie from the middle of a bar or dot that they head as a row. */
const row = 10;

/** Words that can name something: at least two letters, and not the name of a tick. */
function names({ text, tick }: Words): boolean {
  return !tick && /\p{L}{2}/u.test(text);
}

const middle = ({ top, bottom }: Box): number => (top + bottom) / 2;

/** Boxes at which a mark may be named: the ends of a line, the whole of anything else. */
function handles({ form, points, box }: Mark): Box[] {
  if (form !== "line" && form !== "area") return [box];
  const ends = [points[0], points.at(-1)].filter((point) => point !== undefined);
  return ends.map(([x, y]: Point) => ({ left: x, right: x, top: y, bottom: y }));
}

/** Distance from words to a mark that they may name; infinite when they are out of reach. */
function distance(mark: Mark, words: Words): number {
  const beside = handles(mark).map((handle) => {
    const { x, y } = gaps(handle, words.box);
    return x <= reach.x && y <= reach.y ? Math.hypot(x, y) : Number.POSITIVE_INFINITY;
  });
  const heads = mark.form !== "line" && mark.form !== "area" && Math.abs(middle(mark.box) - middle(words.box)) <= row;
  return Math.min(...beside, heads ? gaps(mark.box, words.box).x : Number.POSITIVE_INFINITY);
}

/** Keys of the marks that words stand at: every word names one key and every key has one name, nearest first. */
export function labelled({ marks, words }: Drawn, keyOf: (mark: Mark) => string | null): ReadonlySet<string> {
  const pairs = marks.flatMap((mark) => {
    const key = keyOf(mark);
    if (key === null) return [];
    return words.filter(names).map((one) => ({ key, one, far: distance(mark, one) }));
  });
  const near = pairs.filter(({ far }) => Number.isFinite(far)).sort((a, b) => a.far - b.far);
  const [named, used] = [new Set<string>(), new Set<Words>()];
  for (const { key, one } of near) {
    if (named.has(key) || used.has(one)) continue;
    named.add(key);
    used.add(one);
  }
  return named;
}
