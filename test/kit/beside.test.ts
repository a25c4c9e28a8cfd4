import { expect, test } from "vitest";
import type { Event } from "#kit/figure.ts";
import { say } from "#kit/text.ts";
import { chapter, reference, tiny } from "#test/support/chapter.ts";

const event = (id: string, date: string): Event => ({
  ...{ id, date, precision: "day", title: id, kind: "release", countries: "KR", owner: null },
  ...{ source: "unsourced", confidence: "low", note: null },
});
const material = { reference: { ...reference, events: [event("later", "2025-05-01"), event("first", "2024-01-01")] } };
const told = (figure: object) => chapter(tiny({}, figure), material).figures.get("tiny-line");
const problems = (figure: object) => chapter(tiny({}, figure), material).problems.map(({ message }) => message);

test("assumptions and sensitivity are told in words, with their numbers bound", () => {
  const figure = {
    assumptions: (_: unknown, { fact }: { fact: (id: string) => never }) => [
      say`One vote a model, ${fact("models")} in all.`,
    ],
    sensitivity: (_: unknown, { fact }: { fact: (id: string) => never }) => [
      { label: say`A year before`, value: say`${fact("before")}` },
    ],
  };
  expect(told(figure)?.assumptions).toEqual(["One vote a model, 100 in all."]);
  expect(told(figure)?.sensitivity).toEqual([{ label: "A year before", value: "20 percent" }]);
  expect(told({})?.assumptions).toEqual([]);
  expect(told({})?.sensitivity).toEqual([]);
});

test("a number typed into either is refused", () => {
  expect(problems({ assumptions: () => [say`It runs for 12 hours`] })).toEqual([
    expect.stringContaining('assumption of figure "tiny-line": "12" is typed by hand'),
  ]);
  expect(problems({ sensitivity: () => [{ label: say`Otherwise`, value: say`41%` }] })).toEqual([
    expect.stringContaining('sensitivity of figure "tiny-line": "41'),
  ]);
});

test("events come from the registry, oldest first; an unknown one is refused by name", () => {
  expect(told({ events: ["later", "first"] })?.context.events.map(({ id }) => id)).toEqual(["first", "later"]);
  expect(problems({ events: ["lateer"] })).toEqual(['figure "tiny-line": no event "lateer". Did you mean "later"?']);
});
