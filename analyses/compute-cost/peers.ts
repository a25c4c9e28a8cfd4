import { median } from "d3";
import type { Row } from "#loaders/schema/table.ts";
import type { modelPrices } from "./tables.ts";

export type PriceRow = Row<typeof modelPrices>;

/** Which price of a model is compared. */
export type Price = "blended_3_1" | "blended_1_1" | "blended_9_1" | "cheapest_3_1";

/** How closed models and their open peers are chosen. */
export interface Rule {
  /** Price list. */
  readonly source: string;
  /** Whether models outside the catalogue of models.dev take part. */
  readonly everyModel: boolean;
  /** Whether names that end in -latest take part; they stand for other models. */
  readonly aliases: boolean;
  /** Months by which the releases of peers may differ. */
  readonly months: number;
  /** Fewest open peers that make a comparison. */
  readonly peers: number;
  readonly price: Price;
  /** What models count as whose weights are disputed; null leaves them out. */
  readonly disputed: "open" | "closed" | null;
  /** Whether peers must be of one modality and one class of context. */
  readonly alike: boolean;
}

/** The rule behind the headline. */
export const headlineRule: Rule = {
  source: "models-dev",
  everyModel: false,
  aliases: false,
  months: 6,
  peers: 3,
  price: "blended_3_1",
  disputed: null,
  alike: true,
};

/** One price of one kind, with how many models have it. */
export interface Priced {
  readonly weights: "open" | "closed";
  readonly released_month: string;
  readonly modality: string;
  readonly context: string;
  readonly price: number;
  readonly models: number;
}

/** A closed price against the median of its open peers. */
export interface Ratio extends Priced {
  readonly ratio: number;
  /** Open models among the peers. */
  readonly peers: number;
}

/** Prices that a rule compares. */
export function pricedBy(rows: readonly PriceRow[], rule: Rule): Priced[] {
  return rows.flatMap((row) => {
    const { released_month, modality, context, models } = row;
    const weights = row.weights === "disputed" ? rule.disputed : row.weights;
    const price = row[rule.price];
    const taken = row.source === rule.source && (rule.everyModel || row.catalogued) && (rule.aliases || !row.alias);
    if (!taken || (weights !== "open" && weights !== "closed") || price === null) return [];
    return [{ weights, released_month, modality, context, price, models }];
  });
}

/** Whole months between two first days of months. */
export function monthsApart(a: string, b: string): number {
  const count = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Math.abs(count(a) - count(b));
}

/** Whether an open model is a peer of a closed one. */
export function isPeer(one: Omit<Priced, "price" | "models" | "weights">, other: Priced, rule: Rule): boolean {
  const alike = one.modality === other.modality && one.context === other.context;
  return (alike || !rule.alike) && monthsApart(one.released_month, other.released_month) <= rule.months;
}

/** Every closed price over the median of its open peers; those with too few peers are left out. */
export function ratiosBy(rows: readonly PriceRow[], rule: Rule): Ratio[] {
  const all = pricedBy(rows, rule);
  const open = all.filter(({ weights }) => weights === "open");
  return all
    .filter(({ weights }) => weights === "closed")
    .flatMap((closed) => {
      const prices = expand(open.filter((other) => isPeer(closed, other, rule)));
      const middle = median(prices);
      if (middle === undefined || prices.length < rule.peers) return [];
      return [{ ...closed, ratio: closed.price / middle, peers: prices.length }];
    });
}

/** Prices, one a model. */
export function expand(rows: readonly Priced[]): number[] {
  return rows.flatMap(({ price, models }) => Array<number>(models).fill(price));
}

/** Ratios, one a closed model. */
export function votes(ratios: readonly Ratio[]): number[] {
  return ratios.flatMap(({ ratio, models }) => Array<number>(models).fill(ratio));
}

/** Models behind rows. */
export function modelsIn(rows: readonly { readonly models: number }[]): number {
  return rows.reduce((sum, { models }) => sum + models, 0);
}
