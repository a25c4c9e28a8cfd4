import { describe, expect, test } from "vitest";
import { typedNumbers } from "#kit/digits.ts";

const found = (text: string) => typedNumbers(text).map((typed) => [typed.index, typed.text]);

describe("numbers typed by hand", () => {
  test.each<[string, number, string]>([
    ["holds 41 % of", 6, "41"],
    ["holds 41% of", 6, "41"],
    ["Qwen2.5 leads", 0, "Qwen2.5"],
    ["about ½ of", 6, "½"],
    ["chapter Ⅳ", 8, "Ⅳ"],
    ["x² grows", 0, "x²"],
    ["٤١ of them", 0, "٤١"],
    ["４１ of them", 0, "４１"],
    ["20٤١", 0, "20٤١"],
    ["3,000 models", 0, "3,000"],
    ["1.5e6", 0, "1.5e6"],
    ["4\u200b1", 0, "4"],
    ["on 2025-09-07", 3, "2025-09-07"],
    ["the 1st", 4, "1st"],
    ["5 million downloads", 0, "5 million"],
    ["2025 percent", 0, "2025"],
    ["2000%", 0, "2000"],
    ["cost $2000", 6, "2000"],
    ["forty-one percent", 0, "forty-one percent"],
    ["twenty-three per cent", 0, "twenty-three per cent"],
    ["sixty\npercent", 0, "sixty"],
    ["sixty\u00a0percent", 0, "sixty"],
    ["forty\u2011one percent", 0, "forty\u2011one percent"],
    ["one percent", 0, "one percent"],
    ["zero downloads", 0, "zero downloads"],
    ["a million downloads", 2, "million"],
    ["one hundred and five", 0, "one hundred and five"],
    ["two thirds", 0, "two thirds"],
    ["two-thirds of", 0, "two-thirds"],
    ["three fifths", 0, "three fifths"],
    ["a quarter of", 0, "a quarter"],
    ["about a third go", 6, "a third"],
    ["one quarter goes", 0, "one quarter"],
    ["low forties", 4, "forties"],
    ["a couple of", 0, "a couple"],
    ["double-digit growth", 0, "double-digit"],
    ["2048 models", 0, "2048"],
    ["1999 downloads", 0, "1999"],
    ["1850 was", 0, "1850"],
    ["四十一 percent", 0, "四十一"],
    ["one-third", 0, "one-third"],
    ["one in five", 0, "one in five"],
    ["three out of four", 0, "three out of four"],
    ["fifty-fifty", 0, "fifty-fifty"],
    ["a tenfold rise", 2, "tenfold"],
    ["three countries", 0, "three countries"],
    ["XLI percent", 0, "XLI"],
    ["30-day", 0, "30-day"],
  ])("%j", (text, index, typed) => {
    expect(found(text)).toContainEqual([index, typed]);
    expect(typedNumbers(text).filter((other) => other.index === index)).toHaveLength(1);
  });
});

test.each([
  "2025",
  "2024-2025",
  "2024/2025",
  "2024–2025",
  "in 1999",
  "one of them",
  "The order of the two",
  "the second and the third",
  "ML models on CD",
  "someone often attends",
  "downloads of 2025",
  "a third party",
  "no one",
])("%j is free of typed numbers", (text) => {
  expect(found(text)).toEqual([]);
});

test("every number is listed once, in reading order", () => {
  expect(found("4 of 50 and forty, then ½")).toEqual([
    [0, "4"],
    [5, "50"],
    [12, "forty"],
    [24, "½"],
  ]);
});
