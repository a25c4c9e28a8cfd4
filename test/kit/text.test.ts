import { describe, expect, test } from "vitest";
import { brief, claim, list, merge, nameText, say, show } from "#kit/text.ts";
import { chapter, made, tiny } from "#test/support/chapter.ts";

const [low, high] = [made(0.2), made(0.41)];

test("say binds facts as prose writes them, and keeps what was typed apart", () => {
  const text = say`China holds ${high} of ${nameText("Qwen2.5")} on ${made("2025-09-07", "date")}`;
  expect(text.text).toBe("China holds 41 percent of Qwen2.5 on 7 September 2025");
  expect(text.typed).toEqual(["China holds ", " of ", " on ", ""]);
  expect(text.refuted).toEqual([]);
});

test("a string put into say counts as typed; bound text does not", () => {
  expect(say`${"41 percent"}`.typed).toContain("41 percent");
  expect(say`${say`41 percent`}`.typed).toContain("41 percent");
  expect(say`${show.value(0.41, "share")}`.typed.join("")).toBe("");
});

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
])("list of %j is %j", (names, expected) => {
  expect(list(names.map(nameText)).text).toBe(expected);
});

test("merge keeps all typed parts and refutations", () => {
  const merged = merge([say`a`, claim("rose", [high, low], "rose"), say`b`], "; ");
  expect(merged.text).toBe("a; rose; b");
  expect(merged.typed).toEqual(["a", "b"]);
  expect(merged.refuted).toHaveLength(1);
});

test.each([
  [show.value(0.605, "share"), "60.5 percent"],
  [show.label(0.605, "share"), "60.5%"],
  [show.between(0.18, 0.23, "share"), "between 18 and 23 percent"],
  [show.day("2025-09-07"), "7 September 2025"],
  [brief(made(0.605)), "60.5%"],
])("show %#: %s", (text, expected) => {
  expect(text.text).toBe(expected);
});

describe("claim", () => {
  test("that holds takes its words out of the check", () => {
    expect(claim("rose", [low, high], "rose")).toEqual({ kind: "text", text: "rose", typed: [], refuted: [] });
  });

  test("that does not hold says why", () => {
    expect(claim("rose", [high, low], "rose").refuted).toEqual([
      'claim "rose": the second fact must lie above the first, but they are 41 percent, 20 percent',
    ]);
  });

  test.each([
    ["a typed number", "rose by 41 percent", '"41" is typed by hand'],
    ["a typed number in bound text", say`rose to ${high}, forty more`, '"forty" is typed by hand'],
    ["words of another direction", "rose and fell", '"fell" does not fit a claim that says "rose"'],
  ])("does not hide %s", (_, words, message) => {
    expect(claim("rose", [low, high], words).refuted).toEqual([expect.stringContaining(message)]);
  });

  test("faults reach the chapter's problems through a title", () => {
    const title = say`The share ${claim("fell", [low, high], "fell by 9 percent")}`;
    expect(chapter(tiny({ title })).problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^title: claim "fell by 9 percent": the second fact must lie below the first/),
      expect.stringMatching(/^title: "9" is typed by hand/),
    ]);
  });
});
