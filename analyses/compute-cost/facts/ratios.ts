import { type Basis, narrow } from "#kit/coverage.ts";
import { type Fact, quantile, quantileOf, share } from "#kit/facts.ts";
import { headlineRule, modelsIn, type PriceRow, type Ratio, ratiosBy, votes } from "../peers.ts";
import { variantsOf } from "../variants.ts";
import { levelFacts } from "./levels.ts";
import { otherFacts } from "./others.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Multiples that the published claim names or implies. */
export const thresholds = [1, 10, 100, 1000] as const;

/** The rule of comparison in a sentence, for definitions. */
export const ruleText =
  "the blended price of a closed model (three parts input, one part output, median provider) over the median of its open peers: released at most six months apart, same modality, same class of context, at least three of them (medians of peers and providers are the mean of the two in the middle, where two are)";

/** Share of ratios on one side of a threshold, one vote a closed model. */
export function shareBeyond(ratios: readonly Ratio[], threshold: number, side: "above" | "below" = "above"): number {
  const all = votes(ratios);
  const beyond = all.filter((value) => (side === "above" ? value > threshold : value < threshold));
  return beyond.length / all.length;
}

/** How closed prices compare with those of open peers. */
export function ratioFacts(rows: readonly PriceRow[], whole: Basis): Facts {
  const basis = narrow(whole, {
    population: "closed models in the catalogue of models.dev that are sold by the token and have open peers",
    asOf: rows.find(({ source }) => source === headlineRule.source)?.observed_on ?? "",
  });
  const ratios = ratiosBy(rows, headlineRule);
  return {
    ...spread(rows, ratios, basis),
    ...beyond(rows, ratios, basis),
    ...byYear(ratios, basis),
    ...levelFacts(rows, basis),
    ...otherFacts(rows, basis),
  };
}

function spread(rows: readonly PriceRow[], ratios: readonly Ratio[], basis: Basis): Facts {
  const at = (p: number, what: string): Fact =>
    quantile({
      values: votes(ratios),
      p,
      unit: "times",
      definition: `${what} over closed models of ${ruleText}.`,
      basis,
      variants: variantsOf(rows, (others) => quantileOf(votes(others), p)),
    });
  return {
    "median-ratio": at(0.5, "Median"),
    "low-ratio": at(0.1, "First decile"),
    "high-ratio": at(0.9, "Last decile"),
    "largest-ratio": at(1, "Largest value"),
  };
}

function beyond(rows: readonly PriceRow[], ratios: readonly Ratio[], basis: Basis): Facts {
  const n = modelsIn(ratios);
  const side = (threshold: number, which: "above" | "below"): Fact =>
    share({
      part: Math.round(shareBeyond(ratios, threshold, which) * n),
      whole: n,
      unknown: 0,
      n,
      definition: `Share of closed models for which the ratio lies ${which} ${threshold}: ${ruleText}.`,
      basis,
      variants: variantsOf(rows, (others) => shareBeyond(others, threshold, which)),
    });
  const above = thresholds.map((threshold): [string, Fact] => [`share-above-${threshold}`, side(threshold, "above")]);
  return { ...Object.fromEntries(above), "share-below-1": side(1, "below") };
}

/** Years of release with enough closed models for a median. */
export function ratioYears(ratios: readonly Ratio[]): { readonly year: string; readonly ratios: readonly Ratio[] }[] {
  const years = [...new Set(ratios.map((row) => row.released_month.slice(0, 4)))].sort();
  return years
    .map((year) => ({ year, ratios: ratios.filter((row) => row.released_month.startsWith(year)) }))
    .filter((one) => modelsIn(one.ratios) >= 4);
}

function byYear(ratios: readonly Ratio[], basis: Basis): Facts {
  return Object.fromEntries(
    ratioYears(ratios).map(({ year, ratios: own }) => {
      const definition = `Median over closed models released in ${year} of ${ruleText}.`;
      return [`ratio-${year}`, quantile({ values: votes(own), p: 0.5, unit: "times", definition, basis })];
    }),
  );
}
