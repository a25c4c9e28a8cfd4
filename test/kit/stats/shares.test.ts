import fc from "fast-check";
import { expect, test } from "vitest";
import { shareBounds, sharesOf, surelyAhead } from "#kit/stats/shares.ts";
import { seeded } from "#test/support/frequencies.ts";

const of = (sizes: Record<string, number>, whole: number, unknown: number) =>
  sharesOf({ sizes: new Map(Object.entries(sizes)), whole, unknown });

test("50, 30 and 10 of 100, with 10 unknown", () => {
  expect(Object.fromEntries(of({ a: 50, b: 30, c: 10 }, 100, 10))).toEqual({
    a: { lower: 0.5, upper: 0.6 },
    b: { lower: 0.3, upper: 0.4 },
    c: { lower: 0.1, upper: 0.2 },
  });
});

test("nothing unknown: both bounds are the share, and one part has no bounds", () => {
  expect(of({ a: 1 }, 4, 0).get("a")).toEqual({ lower: 0.25, upper: 0.25 });
  expect(shareBounds(1, 4, 0)).toBeNull();
});

test("equal at the worst is not ahead", () => {
  const [a, b] = [
    { lower: 0.5, upper: 0.6 },
    { lower: 0.3, upper: 0.5 },
  ];
  expect([surelyAhead(a, b), surelyAhead(b, a), surelyAhead({ ...a, lower: 0.51 }, b)]).toEqual([false, false, true]);
});

test.each<[Record<string, number>, number, number, string]>([
  [{}, 0, 0, "shares of a whole of 0: there is nothing to share"],
  [{ a: 60, b: 30 }, 100, 20, "groups of 90 and 20 unknown exceed the whole, 100"],
  [{ a: 60 }, 100, -1, "-1 unknown"],
])("%j of %i with %i unknown is an error", (sizes, whole, unknown, message) => {
  expect(() => of(sizes, whole, unknown)).toThrow(message);
});

test("of all ways to deal the unknown out, the bounds are the extremes, and ahead means ahead in each", () => {
  const sizes = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9));
  fc.assert(
    fc.property(sizes, fc.nat(6), fc.nat(5), ([a, b, c], unknown, rest) => {
      const whole = a + b + c + unknown + rest;
      fc.pre(whole > 0);
      const bounds = of({ a, b, c }, whole, unknown);
      const all: [number, number][] = [];
      for (let x = 0; x <= unknown; x++) for (let y = 0; x + y <= unknown; y++) all.push([a + x, b + y]);
      const first = all.map(([size]) => size / whole);
      expect(bounds.get("a")).toEqual({ lower: Math.min(...first), upper: Math.max(...first) });
      const [ofA, ofB] = [bounds.get("a"), bounds.get("b")];
      expect(ofA && ofB && surelyAhead(ofA, ofB)).toBe(all.every(([x, y]) => x > y));
    }),
    seeded,
  );
});
