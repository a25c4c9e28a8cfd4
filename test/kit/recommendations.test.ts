import { describe, expect, test } from "vitest";
import { checkProse } from "#kit/prose/check.ts";
import { type Advice, type Condition, recommend } from "#kit/recommendations.ts";
import { say } from "#kit/text.ts";
import { chapter, facts, made, tiny } from "#test/support/chapter.ts";

const what = say`a share`;
const advised = (...conditions: Condition[]): Advice => ({
  ...{ id: "do-it", sentence: say`Do it.`, rule: say`The share must be so.`, unless: say`Another share.`, conditions },
});
const needed = {
  other: {
    low: made(0.2, "share", { bounds: { lower: 0.1, upper: 0.3 } }),
    high: made(0.6, "share", { variants: [{ label: "otherwise", value: 0.35 }] }),
    wide: made(0.5, "share", { variants: [{ label: "otherwise", value: 0.25 }] }),
    none: made(0, "models"),
    some: made(3, "models"),
    day: made("2025-01-01", "date"),
  },
};
const found = (...conditions: Condition[]) => recommend(advised(...conditions), needed);
const ahead = (fact: string, than: string): Condition => ({
  ...{ is: "ahead", fact: `other/${fact}`, than: `other/${than}`, what, other: say`another` },
});

describe("a condition", () => {
  test.each([
    ["above", "high", 0.3, "holds"],
    ["above", "high", 0.35, "withdrawn"],
    ["above", "wide", 0.3, "withdrawn"],
    ["below", "low", 0.31, "holds"],
    ["below", "low", 0.3, "withdrawn"],
    ["above", "missing", 0.3, "untold"],
    ["above", "day", 0.3, "untold"],
  ] as const)("%s: %s at %d %s", (is, fact, level, standing) => {
    expect(found({ is, fact: `other/${fact}`, level, what }).standing).toBe(standing);
  });

  test("one fact is ahead of another where no bound and no other way to count lets them meet", () => {
    expect(found(ahead("high", "low")).standing).toBe("holds");
    expect(found(ahead("wide", "low")).standing).toBe("withdrawn");
    expect(found(ahead("high", "missing")).standing).toBe("untold");
  });

  test("margins are multiples of what is needed, and endless where that is nothing", () => {
    expect(found({ is: "above", fact: "other/high", level: 0.3, what }).tested[0]?.margin).toEqual({
      value: expect.closeTo(2, 12),
      lower: expect.closeTo(0.35 / 0.3, 12),
      upper: expect.closeTo(2, 12),
    });
    expect(found({ is: "below", fact: "other/low", level: 0.6, what }).tested[0]?.margin).toEqual({
      value: expect.closeTo(3, 12),
      lower: expect.closeTo(2, 12),
      upper: expect.closeTo(6, 12),
    });
    expect(found(ahead("some", "none")).tested[0]?.margin?.lower).toBe(Number.POSITIVE_INFINITY);
  });
});

test("all conditions must hold; one that fails withdraws, whatever else is not known; none at all is no rule", () => {
  const [good, bad, gone] = [ahead("high", "low"), ahead("wide", "low"), ahead("missing", "low")];
  expect(found(good, good).standing).toBe("holds");
  expect(found(good, bad).standing).toBe("withdrawn");
  expect(found(gone, bad).standing).toBe("withdrawn");
  expect(found(good, gone).standing).toBe("untold");
  expect(found().standing).toBe("untold");
});

test("the reason tells the numbers of the conditions that decide", () => {
  expect(found(ahead("high", "low"), ahead("wide", "low")).because.text).toBe(
    "a share is 50 percent (between 25 and 50 percent in all ways to count), and another 20 percent (between 10 and 30 percent in all ways to count)",
  );
  expect(found({ is: "above", fact: "other/some", level: 2, what }).because.text).toBe(
    "a share is 3, and must lie above 2",
  );
});

describe("in prose", () => {
  const advice = found(ahead("high", "low"));
  const own = chapter(tiny({ recommendations: [advice] }));
  const messages = (mdx: string) =>
    checkProse("x.mdx", `${mdx}\n\n<Figure id="tiny-line" />\n\n## What this edition cannot know\n\nMuch.\n`, {
      ...{ chapter: own, published: [], sources: [] },
    }).map(({ message }) => message);

  test("each is shown once, by an id that exists", () => {
    expect(own.recommendations.get("do-it")).toMatchObject({ standing: "holds", facts: ["other/high", "other/low"] });
    expect(messages('<Recommendation id="do-it" />')).toEqual([]);
    expect(messages("Words.")).toEqual([
      'recommendation "do-it" is made but never shown: add <Recommendation id="do-it" />',
    ]);
    expect(messages('<Recommendation id="do-it" />\n\n<Recommendation id="do-it" />')).toEqual([
      'recommendation "do-it" is shown twice',
    ]);
    expect(messages('<Recommendation id="do-it" />\n\n<Recommendation id="do" />')).toEqual([
      expect.stringContaining('no recommendation "do"'),
    ]);
  });

  test("typed numbers and direction words in advice are found", () => {
    const typed = { ...advice, rule: say`Prices fell in each of 12 lists.` };
    const faults = chapter(tiny({ facts, recommendations: [typed] })).problems.map(({ message }) => message);
    expect(faults).toEqual([
      expect.stringMatching(/^rule of recommendation "do-it": "12" is typed by hand/),
      expect.stringMatching(/^rule of recommendation "do-it": "fell" says which way/),
    ]);
  });
});
