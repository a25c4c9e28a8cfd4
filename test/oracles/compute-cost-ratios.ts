import type { Described, Sold } from "./compute-cost-offers.ts";

/** Middle value, or the mean of the two in the middle. */
export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (half % 1 !== 0) return sorted[Math.floor(half)] ?? Number.NaN;
  return ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2;
}

/** The first value, in order, that at least this part of the values does not exceed. */
export function reached(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  for (const [i, value] of sorted.entries()) if ((i + 1) / sorted.length >= part - 1e-12) return value;
  return Number.NaN;
}

/** The price in force on a day of every offer. */
export function inForce<S extends Sold>(sold: readonly S[], day: string): S[] {
  const newest = new Map<string, S>();
  for (const one of sold) {
    const key = `${one.provider} ${one.offer}`;
    const before = newest.get(key);
    if (one.from <= day && (before === undefined || before.from < one.from)) newest.set(key, one);
  }
  return [...newest.values()];
}

/** Parts of input for each part of output, or the cheapest seller at three parts. */
export type Price = 1 | 3 | 9 | "cheapest";

/** Price of every model at every seller that asks one: the median of the seller's offers. */
export function bySeller(sold: readonly Sold[], parts: number): Map<string, Map<string, number>> {
  const offers = new Map<string, Map<string, number[]>>();
  for (const { model, provider, input, output, deprecated } of sold) {
    if (deprecated || !(input > 0) || !(output > 0)) continue;
    const sellers = offers.get(model) ?? new Map<string, number[]>();
    const prices = sellers.get(provider) ?? [];
    prices.push((parts * input + output) / (parts + 1));
    offers.set(model, sellers.set(provider, prices));
  }
  const medians = new Map<string, Map<string, number>>();
  for (const [model, sellers] of offers)
    medians.set(model, new Map([...sellers].map(([seller, prices]) => [seller, middle(prices)])));
  return medians;
}

/** Price of every model at its median seller, or at its cheapest of three or more. */
export function byModel(sold: readonly Sold[], price: Price): Map<string, number> {
  const found = new Map<string, number>();
  for (const [model, sellers] of bySeller(sold, price === "cheapest" ? 3 : price)) {
    const prices = [...sellers.values()];
    if (price !== "cheapest") found.set(model, middle(prices));
    else if (prices.length >= 3) found.set(model, Math.min(...prices));
  }
  return found;
}

/** What models.dev says of a model, over all of its offers. */
export interface Traits {
  readonly catalogued: boolean;
  readonly weights: "open" | "closed" | "disputed";
  /** Year times twelve plus month of the middle release. */
  readonly month: number;
  readonly year: string;
  readonly images: boolean;
  readonly context: 0 | 1 | 2;
  /** Whether the name ends in -latest. */
  readonly alias: boolean;
}

/** What offers of one model say of its weights, together. */
export function weightsOf(offers: readonly Described[]): "open" | "closed" | "disputed" | "unknown" {
  const words = new Set(offers.map(({ open }) => open).filter((word) => word !== ""));
  if (words.size !== 1) return words.size === 0 ? "unknown" : "disputed";
  return words.has("true") ? "open" : "closed";
}

/** Traits of every language model of which all of them are known. */
export function traitsOf(offers: readonly Described[]): Map<string, Traits> {
  const found = new Map<string, Traits>();
  for (const [model, own] of Map.groupBy(offers, (offer) => offer.model)) {
    const weights = weightsOf(own);
    const days = own.flatMap(({ released }) => (released === "" ? [] : [Date.parse(released)]));
    const contexts = own.map(({ context }) => context).filter((context) => context > 0);
    const stated = own.filter(({ outputs }) => outputs.length > 0);
    const other = stated.filter(({ outputs }) => outputs.some((kind) => kind !== "text"));
    if (weights === "unknown" || days.length * contexts.length * stated.length === 0) continue;
    if (2 * other.length > stated.length || model.includes("guard")) continue;
    const read = own.filter(({ inputs }) => inputs.length > 0);
    if (2 * read.filter(({ inputs }) => !inputs.includes("text")).length > read.length) continue;
    const day = new Date(reached(days, 0.5));
    const context = reached(contexts, 0.5);
    const seeing = own.filter(({ inputs }) => inputs.includes("image")).length;
    found.set(model, {
      catalogued: own.some(({ catalogued }) => catalogued),
      weights,
      month: day.getUTCFullYear() * 12 + day.getUTCMonth(),
      year: String(day.getUTCFullYear()),
      images: 2 * seeing > own.filter(({ inputs }) => inputs.length > 0).length,
      context: context <= 32_768 ? 0 : context <= 300_000 ? 1 : 2,
      alias: model.endsWith("-latest"),
    });
  }
  return found;
}

/** How peers are chosen; what is not said is as in the headline. */
export interface Choice {
  readonly price?: Price;
  readonly months?: number;
  readonly peers?: number;
  readonly alike?: boolean;
  readonly every?: boolean;
  readonly disputed?: "open" | "closed";
  readonly aliases?: boolean;
}

/** A closed model against the median of its open peers. */
export interface Against {
  readonly model: string;
  readonly year: string;
  readonly price: number;
  readonly ratio: number;
}

/** Models that a choice takes, open or closed, with their prices. */
export function sides(sold: readonly Sold[], traits: ReadonlyMap<string, Traits>, choice: Choice = {}) {
  const taken: Record<"open" | "closed", { model: string; price: number; of: Traits }[]> = { open: [], closed: [] };
  for (const [model, price] of byModel(sold, choice.price ?? 3)) {
    const of = traits.get(model);
    if (of === undefined || !(of.catalogued || choice.every) || (of.alias && !choice.aliases)) continue;
    const side = of.weights === "disputed" ? choice.disputed : of.weights;
    if (side !== undefined) taken[side].push({ model, price, of });
  }
  return taken;
}

/** Every closed model that has enough open peers, over their median. */
export function against(sold: readonly Sold[], traits: ReadonlyMap<string, Traits>, choice: Choice = {}): Against[] {
  const { open, closed } = sides(sold, traits, choice);
  const { months = 6, peers: fewest = 3, alike = true } = choice;
  const found: Against[] = [];
  for (const { model, price, of } of closed) {
    const peers: number[] = [];
    for (const one of open) {
      if (Math.abs(one.of.month - of.month) > months) continue;
      if (alike && (one.of.images !== of.images || one.of.context !== of.context)) continue;
      peers.push(one.price);
    }
    if (peers.length >= fewest) found.push({ model, year: of.year, price, ratio: price / middle(peers) });
  }
  return found;
}
