import { describe, expect, test } from "vitest";
import { refute } from "#kit/claims.ts";
import { directions, isSays, type Says } from "#kit/directions.ts";
import { made } from "#test/support/chapter.ts";

const of = (...values: number[]) => values.map((value) => made(value));
const within = (lower: number, upper: number) => made(lower, "share", { bounds: { lower, upper } });

describe("each direction holds and is refuted", () => {
  const table: Record<Says, { holds: number[][]; refuted: number[][] }> = {
    rose: {
      holds: [[0.1, 0.2]],
      refuted: [
        [0.2, 0.1],
        [0.2, 0.2],
      ],
    },
    fell: {
      holds: [[0.2, 0.1]],
      refuted: [
        [0.1, 0.2],
        [0.2, 0.2],
      ],
    },
    exceeds: {
      holds: [[0.2, 0.1]],
      refuted: [
        [0.1, 0.2],
        [0.2, 0.2],
      ],
    },
    trails: {
      holds: [[0.1, 0.2]],
      refuted: [
        [0.2, 0.1],
        [0.2, 0.2],
      ],
    },
    overtook: {
      holds: [[0.1, 0.2, 0.3, 0.2]],
      refuted: [
        [0.1, 0.2, 0.2, 0.3],
        [0.3, 0.2, 0.4, 0.2],
        [0.2, 0.2, 0.3, 0.2],
      ],
    },
    halved: {
      holds: [
        [0.4, 0.2],
        [0.4, 0.19],
        [0.4, 0.21],
      ],
      refuted: [
        [0.4, 0.1],
        [0.4, 0.22],
        [0.2, 0.4],
      ],
    },
    doubled: {
      holds: [
        [0.2, 0.4],
        [0.1, 0.19],
        [0.1, 0.21],
      ],
      refuted: [
        [0.2, 0.44],
        [0.2, 0.3],
        [0.4, 0.2],
      ],
    },
    tripled: {
      holds: [[0.2, 0.6]],
      refuted: [
        [0.2, 0.5],
        [0.2, 0.8],
      ],
    },
    quadrupled: {
      holds: [[0.2, 0.8]],
      refuted: [
        [0.2, 0.6],
        [0.2, 0.9],
      ],
    },
    half: { holds: [[0.5], [0.475], [0.525]], refuted: [[0.46], [0.54], [1]] },
    majority: { holds: [[0.51]], refuted: [[0.5], [0.2]] },
    none: { holds: [[0]], refuted: [[1], [-1]] },
  };

  test.each(Object.entries(table))("%s", (says, { holds, refuted }) => {
    for (const values of holds) expect(refute(says as Says, of(...values)), String(values)).toBeNull();
    for (const values of refuted)
      expect(refute(says as Says, of(...values)), String(values)).toContain(directions[says as Says].rule);
  });
});

describe("bounds: only what is certain holds", () => {
  test.each<[Says, ReturnType<typeof within>[], boolean]>([
    ["exceeds", [within(0.5, 0.6), within(0.3, 0.4)], true],
    ["exceeds", [within(0.5, 0.6), within(0.3, 0.55)], false],
    ["rose", [within(0.3, 0.5), within(0.5, 0.6)], false],
    ["majority", [within(0.51, 0.6)], true],
    ["majority", [within(0.49, 0.6)], false],
    ["half", [within(0.49, 0.53)], false],
    ["doubled", [within(0.1, 0.11), within(0.2, 0.2)], false],
    ["none", [within(0, 1)], false],
  ])("%s %#", (says, facts, holds) => {
    expect(refute(says, facts) === null).toBe(holds);
  });
});

describe("variants", () => {
  const a = made(0.6, "share", {
    variants: [
      { label: "one left out", value: 0.3 },
      { label: "renamed", value: 0.6 },
    ],
  });
  const b = made(0.4, "share", { variants: [{ label: "renamed", value: 0.7 }] });

  test("that contradict need scope headline, and are named", () => {
    expect(refute("exceeds", [a, b])).toBe(
      'the first fact must lie above the second, but not when: one left out; renamed. Write scope="headline" and say so in the sentence',
    );
    expect(refute("exceeds", [a, b], "headline")).toBeNull();
  });

  test("what a variant leaves unknown decides the order on one day, not a change between two", () => {
    const open = { variants: [{ label: "owners unknown", value: 0.4, bounds: { lower: 0.4, upper: 0.65 } }] };
    const ahead = made(0.6, "share", open);
    const behind = made(0.3, "share", {
      variants: [{ label: "owners unknown", value: 0.3, bounds: { lower: 0.3, upper: 0.55 } }],
    });
    expect(refute("exceeds", [ahead, behind])).toContain("not when: owners unknown");
    expect(refute("rose", [behind, ahead])).toBeNull();
  });

  test("a fact without the variant keeps its own value", () => {
    expect(refute("exceeds", [a, made(0.29)])).toBeNull();
    expect(refute("exceeds", [a, made(0.31)])).toContain("not when: one left out.");
  });

  test("headline scope still refutes what does not hold in the headline", () => {
    expect(refute("trails", [a, b], "headline")).toContain("they are 60 percent, 40 percent");
  });
});

test.each<[string, Says, Parameters<typeof refute>[1], string]>([
  ["too few facts", "rose", of(1), '"rose" compares 2 fact(s), 1 given'],
  ["too many facts", "majority", of(0.6, 0.7), '"majority" compares 1 fact(s), 2 given'],
  ["no facts", "none", [], '"none" compares 1 fact(s), 0 given'],
  ["mixed units", "exceeds", [made(0.6), made(0.4, "points")], '"exceeds" compares facts of one unit'],
  ["days", "rose", [made("2025-01-01", "date"), made("2025-02-01", "date")], '"rose" compares numbers, not days'],
])("refuses %s", (_, says, facts, message) => {
  expect(refute(says, facts)).toBe(message);
});

test("says is a closed list", () => {
  expect([isSays("rose"), isSays("soared"), isSays("toString")]).toEqual([true, false, false]);
});
