import { isDay } from "../reference/csv.ts";
import type { offers } from "../schema/offers.ts";
import type { Row } from "../schema/table.ts";

type Offer = Row<typeof offers>;

/** What a source that says nothing of it leaves unknown. */
export const unsaid = {
  priced_from: null,
  publisher: null,
  hugging_face_id: null,
  catalogued: false,
  open_weights: null,
  open_weights_stated: null,
  released_on: null,
  released_to: null,
  input_modalities: null,
  output_modalities: null,
  context_tokens: null,
  tiered: false,
  deprecated: false,
} as const satisfies Partial<Offer>;

/**
 * Day of a release, and how exact it is.
 *
 * A release in 1970 or on a day that no calendar has (`2025-25-11`) is unknown; throws for what does not look like a
 * day or a month.
 */
export function release(text: string | undefined): Pick<Offer, "released_on" | "released_to"> {
  if (text !== undefined && !/^\d{4}-\d\d(-\d\d)?$/.test(text))
    throw new Error(`release date "${text}" is neither YYYY-MM-DD nor YYYY-MM`);
  const released_to = text?.length === 7 ? "month" : "day";
  const day = released_to === "month" ? `${text}-01` : (text ?? "");
  if (!isDay(day) || day.startsWith("1970")) return { released_on: null, released_to: null };
  return { released_on: day, released_to };
}

/**
 * USD per million tokens from a price per token that is written as a decimal.
 *
 * The decimal point moves, nothing is multiplied: `0.0000375` is exactly 37.5. The price -1 stands for "depends" and
 * is null; throws for what is no price.
 */
export function perMillion(text: string): number | null {
  if (text === "-1") return null;
  if (!/^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) throw new Error(`price "${text}" is not a decimal`);
  const [digits = "", exponent = "0"] = text.toLowerCase().split("e");
  return Number(`${digits}e${Number(exponent) + 6}`);
}

/** Repository of the Hub that the first link to one names; null without. */
export function repositoryOf(urls: readonly string[]): string | null {
  const ids = urls.map((url) => /^https:\/\/huggingface\.co\/([\w.-]+\/[\w.-]+)\/?$/.exec(url)?.[1]);
  return ids.find((id) => id !== undefined) ?? null;
}
