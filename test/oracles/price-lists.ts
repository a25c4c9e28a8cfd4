import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** One model of OpenRouter's list, as it stands in the file. */
export interface Listed {
  readonly id: string;
  readonly hugging_face_id: string | null;
  readonly created: number;
  readonly pricing: { readonly prompt: string; readonly completion: string };
}

/** Every model of OpenRouter's list. */
export function rawList(path: string): Listed[] {
  return (JSON.parse(readFileSync(path, "utf8")) as { data: Listed[] }).data;
}

/** Millionths of a millionth of a dollar in a price per token, counted digit by digit; -1 for -1. */
export function picodollars(price: string): number {
  if (price.startsWith("-")) return -1;
  const [whole = "", fraction = ""] = price.split(".");
  if (fraction.length > 12) throw new Error(`${price} has more than 12 decimals`);
  return Number.parseInt(whole + fraction.padEnd(12, "0"), 10);
}

type Price = number | { readonly base: number };
interface Prices {
  readonly input_mtok?: Price;
  readonly output_mtok?: Price;
}

/** One price of one model of a provider, as the package has it. */
export interface Priced {
  readonly provider: string;
  readonly model: string;
  readonly from: string;
  readonly hours: boolean;
  readonly prices: Prices;
}

interface Provider {
  readonly id: string;
  readonly models: readonly { readonly id: string; readonly prices: Prices | readonly Conditional[] }[];
}

interface Conditional {
  readonly constraint?: { readonly start_date?: string };
  readonly prices: Prices;
}

/** Every price that the package carries, from its CommonJS build. */
export async function rawPrices(build: string): Promise<Priced[]> {
  const module = createRequire(import.meta.url)(build) as { waitForUpdate(): Promise<Provider[]> };
  const found: Priced[] = [];
  for (const { id: provider, models } of await module.waitForUpdate())
    for (const { id: model, prices } of models) {
      const list = Array.isArray(prices) ? (prices as Conditional[]) : [{ prices: prices as Prices }];
      for (const one of list) {
        const constraint = (one as Conditional).constraint;
        const from = constraint?.start_date ?? "";
        found.push({ provider, model, from, hours: constraint !== undefined && from === "", prices: one.prices });
      }
    }
  return found;
}

/** Price of the lowest tier; NaN when there is none. */
export function lowest(price: Price | undefined): number {
  return typeof price === "object" ? price.base : (price ?? Number.NaN);
}
