import type { Sold } from "./compute-cost-offers.ts";
import { bySeller, inForce, middle } from "./compute-cost-ratios.ts";

/** What a list holds, counted offer by offer. */
export function counts(sold: readonly Sold[], day: string) {
  const offers = inForce(sold, day);
  const found = { offers: offers.length, free: 0, "half-free": 0, unpriced: 0, deprecated: 0, priced: 0 };
  for (const { input, output, deprecated } of offers) {
    if (deprecated) found.deprecated += 1;
    else if (Number.isNaN(input) || Number.isNaN(output)) found.unpriced += 1;
    else if (input === 0 && output === 0) found.free += 1;
    else if (input === 0 || output === 0) found["half-free"] += 1;
    else found.priced += 1;
  }
  const distinct = (of: (one: Sold) => string): number => new Set(offers.map(of)).size;
  return { ...found, providers: distinct(({ provider }) => provider), models: distinct(({ model }) => model) };
}

/** Sellers under another name in one of the lists. */
const alias: Readonly<Record<string, string>> = {
  aws: "amazon-bedrock",
  "x-ai": "xai",
  together: "togetherai",
  fireworks: "fireworks-ai",
  novita: "novita-ai",
};

/** A price of one model in two lists. */
export interface Pair {
  readonly model: string;
  readonly seller: string;
  readonly first: number;
  readonly second: number;
  /** The dearer over the cheaper. */
  readonly apart: number;
}

/** Every model that one seller offers in both lists. */
export function atSellers(first: readonly Sold[], second: readonly Sold[]): Pair[] {
  const named = (sold: readonly Sold[]) =>
    bySeller(
      sold.map((one) => ({ ...one, provider: alias[one.provider] ?? one.provider })),
      3,
    );
  const others = named(second);
  const pairs: Pair[] = [];
  for (const [model, sellers] of named(first))
    for (const [seller, price] of sellers) {
      const other = others.get(model)?.get(seller);
      if (other !== undefined) pairs.push(pair(model, seller, price, other));
    }
  return pairs;
}

/** Every model of both lists, each at its median seller. */
export function atMedians(first: readonly Sold[], second: readonly Sold[]): Pair[] {
  const others = bySeller(second, 3);
  const pairs: Pair[] = [];
  for (const [model, sellers] of bySeller(first, 3)) {
    const other = others.get(model);
    if (other !== undefined) pairs.push(pair(model, "", middle([...sellers.values()]), middle([...other.values()])));
  }
  return pairs;
}

function pair(model: string, seller: string, first: number, second: number): Pair {
  return { model, seller, first, second, apart: Math.max(first, second) / Math.min(first, second) };
}

/** Part of the pairs that lie no further apart than so many times. */
export function within(pairs: readonly Pair[], times: number): number {
  let near = 0;
  for (const { apart } of pairs) if (apart <= times) near += 1;
  return near / pairs.length;
}

/** A price that changed on a day. */
export interface Step {
  readonly provider: string;
  readonly offer: string;
  readonly on: string;
  readonly before: number;
  readonly after: number;
}

/** Every dated price after another price of the same offer, where three parts input and one output cost more or less. */
export function steps(sold: readonly Sold[]): Step[] {
  const found: Step[] = [];
  for (const own of Map.groupBy(sold, ({ provider, offer }) => `${provider} ${offer}`).values()) {
    own.sort((a, b) => (a.from < b.from ? -1 : 1));
    for (const [i, { provider, offer, from: on, input, output }] of own.entries()) {
      const last = own[i - 1];
      if (last === undefined || on === "" || offer.endsWith("-latest")) continue;
      const [before, after] = [(3 * last.input + last.output) / 4, (3 * input + output) / 4];
      const sold = Math.min(last.input, last.output, input, output) > 0;
      if (sold && Math.abs(after / before - 1) > 1e-9) found.push({ provider, offer, on, before, after });
    }
  }
  return found;
}
