import { type Fact, ratio } from "#kit/facts.ts";
import { type Quoted, told } from "../quoted.ts";

const hundredth = 0.01;

/** Sizes, disclosure, prices, lifetimes and one study's period: published numbers set against each other. */
export function otherFacts({ number, basis }: Quoted): Record<string, Fact> {
  const disclosed = number("ECO-13") / hundredth;
  const times = (numerator: string, denominator: string, definition: string): Fact =>
    ratio({ numerator: number(numerator), denominator: number(denominator), definition, basis });
  return {
    "size-growth": times(
      "S26-28",
      "S26-27",
      "Mean size of downloaded models in 2025 over that in 2023, both of the Spring report.",
    ),
    "size-start": told(
      number("S26-28") / number("ECO-06"),
      "parameters",
      "Mean size in 2025 over the growth that the earlier study gives: the mean that it would have started from.",
      basis,
    ),
    "disclosed-cut": told(
      Math.floor(disclosed) * hundredth,
      "share",
      "The published share with its decimal cut off.",
      basis,
    ),
    "disclosed-rounded": told(
      Math.round(disclosed) * hundredth,
      "share",
      "The published share rounded to a whole percentage.",
      basis,
    ),
    "prices-apart": times(
      "NAG-04",
      "NAG-05",
      "Average price of closed models over that of open models, both of one paper.",
    ),
    "open-part": told(
      number("NAG-05") / number("NAG-04"),
      "share",
      "Average open over average closed price of the paper.",
      basis,
    ),
    "open-part-told": told(
      1 / number("NAG-03"),
      "share",
      "One over the multiple that the paper gives in words.",
      basis,
    ),
    engagement: told(number("S26-36"), "days", "The published time of engagement, in days.", basis),
    "one-model-part": told(
      number("SUM-14") / number("ECO-02"),
      "share",
      "Downloads of one encoder in seven months of 2026 over all downloads that the earlier study covers.",
      basis,
    ),
  };
}
