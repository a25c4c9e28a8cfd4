import fc from "fast-check";
import { expect, test } from "vitest";
import {
  acceleratorsNeeded,
  bandwidthCeiling,
  breakEven,
  cacheBytes,
  kwhPerMillion,
  trainingFlop,
  usdPerMillion,
  weightBytes,
  weightsExpected,
  weightsRead,
} from "#analyses/compute-cost/arithmetic.ts";

const amount = (max: number) => fc.double({ min: 1, max, noNaN: true });
const some = (max: number) => fc.integer({ min: 1, max });
const share = fc.double({ min: 0.01, max: 1, noNaN: true });

/** Equal but for the rounding of binary fractions. */
function same(a: number, b: number): void {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(a), Math.abs(b)));
}

test("memory and training scale with each of their factors", () => {
  fc.assert(
    fc.property(amount(1e13), amount(32), some(9), (parameters, bits, k) => {
      same(weightBytes({ parameters: k * parameters, bits }), k * weightBytes({ parameters, bits }));
      same(weightBytes({ parameters, bits: k * bits }), k * weightBytes({ parameters, bits }));
      same(trainingFlop({ parameters, tokens: k * bits }), k * trainingFlop({ parameters, tokens: bits }));
    }),
  );
});

test("the cache scales with layers, context and batch", () => {
  fc.assert(
    fc.property(some(200), some(64), some(1e6), some(64), (layers, kvHeads, context, batch) => {
      const of = (more: { layers?: number; context?: number; batch?: number }) => {
        const cache = { layers: more.layers ?? layers, kvHeads, headWidth: 128 };
        return cacheBytes({ cache, context: more.context ?? context, batch: more.batch ?? batch, bytesPerValue: 2 });
      };
      same(of({ layers: 3 * layers }), 3 * of({}));
      same(of({ context: 3 * context }), 3 * of({}));
      same(of({ batch: 3 * batch }), 3 * of({}));
    }),
  );
});

test("so many accelerators hold the bytes, and one fewer does not", () => {
  fc.assert(
    fc.property(amount(1e13), amount(1000), share, (bytes, memoryGb, usable) => {
      const needed = acceleratorsNeeded({ bytes, memoryGb, usable });
      const room = usable * memoryGb * 1e9;
      expect(needed * room).toBeGreaterThanOrEqual(bytes * (1 - 1e-8) - room * 1e-8);
      expect(needed === 1 || (needed - 1) * room < bytes).toBe(true);
    }),
  );
});

test("a larger batch writes more in all and no faster for one; more cache slows it", () => {
  fc.assert(
    fc.property(amount(1e12), amount(1e11), some(512), amount(1e4), (weights, cache, batch, bandwidthGbS) => {
      const at = (more: { batch?: number; cache?: number }) =>
        bandwidthCeiling({ bandwidthGbS, accelerators: 1, weights, cache, batch, ...more });
      const rounding = 1 + 1e-9;
      expect(at({ batch: batch + 1 }) * rounding).toBeGreaterThanOrEqual(at({}));
      expect(at({ batch: batch + 1 }) / (batch + 1)).toBeLessThanOrEqual((at({}) / batch) * rounding);
      expect(at({ cache: 2 * cache })).toBeLessThan(at({}));
      expect(at({})).toBeLessThan((bandwidthGbS * 1e9 * rounding) / cache);
    }),
  );
});

test("a batch reads between the active and all weights, and no less than a smaller batch", () => {
  fc.assert(
    fc.property(amount(1e12), share, some(1024), (parameters, sparsity, batch) => {
      const active = Math.max(1, parameters * sparsity);
      const read = (batch: number) => weightsRead({ parameters, active, bits: 8, batch });
      expect(read(1).least).toBe(read(1).most);
      expect(read(batch).least).toBe(active);
      expect(read(batch).most).toBeLessThanOrEqual(parameters);
      expect(read(batch + 1).most).toBeGreaterThanOrEqual(read(batch).most);
    }),
  );
});

test("a mixture is expected to read between its least and most, more for a larger batch, by ever smaller steps", () => {
  fc.assert(
    fc.property(amount(1e12), amount(1e12), some(512), share, some(1024), (shared, routed, all, part, batch) => {
      const used = Math.max(1, Math.floor(part * all));
      const model = { parameters: shared + routed, active: shared + (routed * used) / all, bits: 8 };
      const read = (sequences: number) =>
        weightsExpected({ ...model, batch: sequences, experts: used === all ? null : { all, used } });
      const { least, most } = weightsRead({ ...model, batch });
      const rounding = 1e-9 * model.parameters;
      same(read(1), model.active);
      expect(read(batch)).toBeGreaterThanOrEqual(least - rounding);
      expect(read(batch)).toBeLessThanOrEqual(most + rounding);
      expect(read(batch + 1)).toBeGreaterThanOrEqual(read(batch) - rounding);
      expect(read(batch + 2) - read(batch + 1)).toBeLessThanOrEqual(read(batch + 1) - read(batch) + rounding);
    }),
  );
});

test("cost and energy of a token fall as fast as its speed rises", () => {
  fc.assert(
    fc.property(some(64), amount(100), amount(1e6), share, (accelerators, usdPerHour, tokensPerSecond, busy) => {
      const machine = { accelerators, usdPerHour, busy };
      const power = { accelerators, watts: usdPerHour, pue: 1.2 };
      const faster = 4 * tokensPerSecond;
      same(4 * usdPerMillion({ ...machine, tokensPerSecond: faster }), usdPerMillion({ ...machine, tokensPerSecond }));
      same(4 * kwhPerMillion({ ...power, tokensPerSecond: faster }), kwhPerMillion({ ...power, tokensPerSecond }));
    }),
  );
});

test("at the break-even point a token costs the price; without one it costs more at full use", () => {
  fc.assert(
    fc.property(some(64), amount(100), amount(1e6), amount(100), (accelerators, usdPerHour, tokensPerSecond, price) => {
      const machine = { accelerators, usdPerHour, tokensPerSecond };
      const even = breakEven({ ...machine, hoursPerMonth: 730, price });
      if (even === null) expect(usdPerMillion({ ...machine, busy: 1 })).toBeGreaterThan(price);
      else {
        same(usdPerMillion({ ...machine, busy: even.busy }), price);
        same((accelerators * usdPerHour * 730) / (even.tokensPerMonth / 1e6), price);
      }
    }),
  );
});
