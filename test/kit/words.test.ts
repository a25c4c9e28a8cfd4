import { describe, expect, test } from "vitest";
import { directionWords, type Says } from "#kit/directions.ts";
import { wordFaults } from "#kit/words.ts";

describe("direction words", () => {
  test.each<[string, [string, Says][]]>([
    ["China's share rose", [["rose", "rose"]]],
    [
      "It Overtook and fell",
      [
        ["fell", "fell"],
        ["Overtook", "overtook"],
      ],
    ],
    ["primrose, prose and fallout", []],
    [
      "more than half",
      [
        ["half", "half"],
        ["more than half", "majority"],
      ],
    ],
  ])("%s", (text, expected) => {
    expect(directionWords(text).map((word) => [word.text, word.says])).toEqual(expected);
  });

  test.each<[string, Says | null, number[]]>([
    ["it rose", null, [3]],
    ["it rose", "rose", []],
    ["it rose", "fell", [3]],
    ["more than half", "majority", []],
    ["half", "majority", [0]],
    ["never, nowhere", "none", []],
  ])("%s in a claim that says %s breaks a rule at %j", (text, inside, places) => {
    expect(wordFaults(text, inside).map(({ index }) => index)).toEqual(places);
  });
});

test("invisible characters are faults of their own", () => {
  expect(wordFaults("for\u200bty", null).map(({ index, message }) => [index, message])).toEqual([
    [3, "an invisible character (U+200B) stands here: remove it"],
  ]);
});
