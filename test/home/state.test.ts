import { expect, test } from "vitest";
import { budget, stateOf } from "#site/lib/state.ts";

const words = (count: number, word: string): string => Array.from({ length: count }, () => word).join(" ");
const chapter = (title: string, standfirst = "") => ({ title, standfirst });

test.each([
  ["one chapter is told with what it rests on", [chapter("A holds", "It rests on b.")], "A holds. It rests on b."],
  [
    "two findings come before anything that they rest on",
    [chapter(words(30, "a"), words(60, "b")), chapter(words(20, "c"), words(10, "d"))],
    `${words(30, "a")}. ${words(20, "c")}. ${words(10, "d")}`,
  ],
  [
    "findings stop where the room ends, and then nothing more is told",
    [chapter(words(50, "a"), "b"), chapter(words(40, "c"), "d"), chapter(words(20, "e"), "f")],
    `${words(50, "a")}. ${words(20, "e")}.`,
  ],
  ["the first finding always stands", [chapter(words(200, "a"), "b")], `${words(200, "a")}.`],
  ["no chapter, no words", [], ""],
])("%s", (_, chapters, expected) => {
  expect(stateOf(chapters)).toBe(expected);
});

test("thirteen findings of twelve words fit no more than the budget", () => {
  const told = stateOf(Array.from({ length: 13 }, () => chapter(words(12, "a"), "b")));
  expect(told.split(/\s+/).length).toBeLessThanOrEqual(budget);
  expect(told.match(/\./g)).toHaveLength(6);
});
