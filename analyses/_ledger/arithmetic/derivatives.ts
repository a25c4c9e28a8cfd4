import { count, type Fact, ratio } from "#kit/facts.ts";
import { type Quoted, told } from "../quoted.ts";

/** Derivatives of Qwen, Google and Meta: sums and rates of published counts. */
export function derivativeFacts({ number, fact, days, basis }: Quoted): Record<string, Fact> {
  const meta = number("SUM-25") / number("SUM-27");
  const derived = (value: number, definition: string): Fact => count({ value, unit: "models", definition, basis });
  const times = (numerator: string, denominator: string, definition: string): Fact =>
    ratio({ numerator: number(numerator), denominator: number(denominator), definition, basis });
  return {
    "qwen-winter": fact("DSM-01"),
    "qwen-summer": fact("SUM-25"),
    "meta-summer": told(
      meta,
      "models",
      "Derivatives of Qwen over their multiple of those of Meta, both of the Summer report.",
      basis,
    ),
    "google-and-meta-winter": derived(
      number("DSM-02") + number("DSM-03"),
      "Derivatives of Google and of Meta at the start of 2026, added up.",
    ),
    "google-and-meta-summer": told(
      number("SUM-26") + meta,
      "models",
      "Derivatives of Google in the Summer report and those that its multiple gives Meta, added up.",
      basis,
    ),
    "tagged-over-direct": times(
      "S26-25",
      "S26-24",
      "Models that carry the name in any tag over direct derivatives, both lower bounds of the Spring report.",
    ),
    "company-over-hub": times(
      "XIN-02",
      "DSM-01",
      "Derivatives that the company counts on all platforms over those on the Hub at about that time.",
    ),
    "qwen-between": derived(
      number("SUM-25") - number("DSM-01"),
      "Derivatives of Qwen in the Summer report less those at the start of 2026.",
    ),
    "qwen-a-day": told(
      (number("SUM-25") - number("DSM-01")) / days("DSM-01", "SUM-25"),
      "models",
      "New derivatives of Qwen a day, from two counts and the last days of their periods.",
      basis,
    ),
  };
}
