import { expect, test } from "vitest";
import { chosen, room, shortDay } from "#site/lib/headlines.ts";
import { printFact } from "#site/lib/print/facts.ts";
import { made } from "#test/support/chapter.ts";

/** Chapters by the number of headlines that each offers; headlines are called `<chapter><place>`. */
function chapters(counts: Readonly<Record<string, number>>) {
  return Object.entries(counts).map(([id, count]) => ({
    analysis: { id } as never,
    headlines: Array.from({ length: count }, (_, i) => ({
      id: `${id}${i + 1}`,
      fact: printFact(made(1)),
      sentence: "of it",
      trend: [],
      line: null,
    })),
  }));
}

test.each<[string, Record<string, number>, string]>([
  ["one chapter gives as many as there is room for", { a: 9 }, "a1 a2 a3 a4 a5 a6"],
  ["two take turns and stay together", { a: 6, b: 6 }, "a1 a2 a3 b1 b2 b3"],
  ["one that offers little leaves the rest to others", { a: 1, b: 9 }, "a1 b1 b2 b3 b4 b5"],
  ["those without headlines have no turn", { a: 0, b: 2, c: 0, d: 1 }, "b1 b2 d1"],
  ["four give two, two, one and one", { a: 3, b: 3, c: 3, d: 3 }, "a1 a2 b1 b2 c1 d1"],
  ["six give one each", { a: 2, b: 2, c: 2, d: 2, e: 2, f: 2 }, "a1 b1 c1 d1 e1 f1"],
  ["of seven the last stands back", { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 }, "a1 b1 c1 d1 e1 f1"],
  [
    "of twelve every second gives one",
    Object.fromEntries([..."abcdefghijkl"].map((id) => [id, 2])),
    "a1 c1 e1 g1 i1 k1",
  ],
  ["nobody offers any", { a: 0 }, ""],
])("%s", (_, counts, expected) => {
  const rows = chosen(chapters(counts));
  expect(rows.length).toBeLessThanOrEqual(room);
  expect(rows.map(({ id }) => id).join(" ")).toBe(expected);
  for (const { id, analysis } of rows) expect(id.startsWith(analysis)).toBe(true);
});

test("a short day stays on one line", () => expect(shortDay("2025-09-07")).toBe("7\u00a0Sept\u00a02025"));
