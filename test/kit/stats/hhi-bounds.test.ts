import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tally } from "#kit/stats/frequency.ts";
import { hhi } from "#kit/stats/hhi.ts";
import { effectiveNumberBounds, hhiBounds, type Remainder } from "#kit/stats/hhi-bounds.ts";
import { seeded } from "#test/support/frequencies.ts";

const bounds = (known: number[], remainder: Remainder) => hhiBounds(tally(known), remainder);

describe("by hand: 50 and 30 known, 20 not", () => {
  test.each<[string, Remainder, number, number]>([
    ["others, any number", { mass: 20, of: "others" }, 3400, 3800],
    ["one other", { mass: 20, of: "others", groups: 1 }, 3800, 3800],
    ["others, four at most", { mass: 20, of: "others", groups: 4 }, 3500, 3800],
    ["others of 8 at most: 8, 8 and 4", { mass: 20, of: "others", largest: 8 }, 3400, 3544],
    ["others of 10 at most", { mass: 20, of: "others", largest: 10 }, 3400, 3600],
    ["anyone", { mass: 20, of: "anyone" }, 3400, 5800],
    ["one of the two", { mass: 20, of: "anyone", groups: 0 }, 5000, 5800],
    ["anyone, two others at most", { mass: 20, of: "anyone", groups: 2 }, 3600, 5800],
    ["anyone, one other of 5 at most", { mass: 20, of: "anyone", groups: 1, largest: 5 }, 4550, 5800],
    ["nothing", { mass: 0, of: "anyone" }, 5312.5, 5312.5],
  ])("%s", (_, remainder, lower, upper) => {
    const found = bounds([50, 30], remainder);
    expect(found.lower).toBeCloseTo(lower, 6);
    expect(found.upper).toBeCloseTo(upper, 6);
  });
});

test("without known groups", () => {
  expect(bounds([], { mass: 10, of: "others" })).toEqual({ lower: 0, upper: 10_000 });
  expect(bounds([], { mass: 10, of: "anyone", groups: 4 }).lower).toBeCloseTo(2500, 9);
  expect(bounds([], { mass: 0, of: "others" })).toEqual({ lower: Number.NaN, upper: Number.NaN });
});

test("one group with everything is at most 10,000, however sizes round", () => {
  for (let i = 1; i <= 200; i++) {
    const { upper } = bounds([i / 10], { mass: i / 7, of: "anyone" });
    expect(upper).toBeLessThanOrEqual(10_000);
    expect(upper).toBeCloseTo(10_000, 6);
  }
});

test("effective numbers turn the bounds round", () => {
  expect(effectiveNumberBounds({ lower: 2500, upper: 5000 })).toEqual({ lower: 2, upper: 4 });
});

test.each<[Remainder, string]>([
  [{ mass: -1, of: "others" }, "a remainder of -1"],
  [{ mass: Number.NaN, of: "others" }, "a remainder of NaN"],
  [{ mass: 5, of: "others", groups: 0 }, "a remainder of 5 does not fit into 0 groups"],
  [{ mass: 5, of: "others", groups: 2, largest: 2 }, "does not fit into 2 groups of at most 2"],
  [{ mass: 5, of: "others", groups: -1 }, "-1 other groups"],
])("a remainder that cannot be is an error: %j", (remainder, message) => {
  expect(() => bounds([50, 30], remainder)).toThrow(message);
});

/** Every way to deal `mass` units out to places with room for so many each. */
function* deals(mass: number, rooms: readonly number[]): Generator<number[]> {
  const [room, ...rest] = rooms;
  if (room === undefined) {
    if (mass === 0) yield [];
    return;
  }
  for (let own = 0; own <= Math.min(room, mass); own++) {
    for (const others of deals(mass - own, rest)) yield [own, ...others];
  }
}

/** The index after every deal of whole units. */
function everyIndex(known: readonly number[], remainder: Required<Remainder>): number[] {
  const { mass, of, groups, largest } = remainder;
  const rooms = [...known.map(() => (of === "anyone" ? mass : 0)), ...Array<number>(groups).fill(largest)];
  return [...deals(mass, rooms)].map((deal) => hhi(tally(deal.map((own, i) => own + (known[i] ?? 0)))));
}

const cases = fc.record({
  known: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
  mass: fc.integer({ min: 0, max: 7 }),
  of: fc.constantFrom("others", "anyone"),
  groups: fc.integer({ min: 0, max: 3 }),
  largest: fc.integer({ min: 1, max: 7 }),
});

test("every deal of every small remainder lies within the bounds, the upper one is reached, the lower nearly", () => {
  let reached = 0;
  fc.assert(
    fc.property(cases, ({ known, ...remainder }) => {
      fc.pre(remainder.of === "anyone" || remainder.mass <= remainder.groups * remainder.largest);
      const all = everyIndex(known, remainder);
      const { lower, upper } = bounds(known, remainder);
      expect(Math.max(...all)).toBeCloseTo(upper, 6);
      expect(Math.min(...all)).toBeGreaterThanOrEqual(lower - 1e-6);
      const whole = known.reduce((a, b) => a + b, remainder.mass);
      const places = known.length + remainder.groups;
      expect(Math.min(...all) - lower).toBeLessThanOrEqual((places * 10_000) / 4 / whole ** 2 + 1e-6);
      reached += Number(Math.min(...all) - lower < 1e-6);
      const open = bounds(known, { mass: remainder.mass, of: remainder.of });
      expect(open.lower).toBeLessThanOrEqual(lower + 1e-6);
      expect(open.upper).toBeGreaterThanOrEqual(upper - 1e-6);
    }),
    seeded,
  );
  expect(reached).toBeGreaterThan(50);
});

test("spread over more and more others, the index comes as near to its lower bound as one likes", () => {
  const { lower } = bounds([50, 30], { mass: 20, of: "anyone" });
  const dealt = (n: number) => hhi([...tally([50, 30]), { value: 20 / n, n }]);
  expect(dealt(10) - lower).toBeCloseTo(40, 6);
  expect(dealt(1_000_000) - lower).toBeCloseTo(0.0004, 6);
});
