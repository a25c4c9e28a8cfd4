import { type Basis, narrow } from "#kit/coverage.ts";
import { count, type Fact, quantile, sum } from "#kit/facts.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { headlineRule, modelsIn, type PriceRow, pricedBy, type Rule, ratiosBy, votes } from "../peers.ts";
import { otherRules } from "../variants.ts";
import { ruleText } from "./ratios.ts";

type Facts = Readonly<Record<string, Fact>>;

/** The median under other rules that the prose names, and what these rules compare. */
export function otherFacts(rows: readonly PriceRow[], basis: Basis): Facts {
  const by = (change: Partial<Rule>) => ratiosBy(rows, { ...headlineRule, ...change });
  const middle = (change: Partial<Rule>, words: string): Fact => {
    const definition = `Median over closed models of ${ruleText}; but ${words}.`;
    const asOf = rows.find(({ source }) => source === (change.source ?? headlineRule.source))?.observed_on ?? "";
    const on = narrow(basis, { population: `closed models that have open peers, ${words}`, asOf });
    return quantile({ values: votes(by(change)), p: 0.5, unit: "times", definition, basis: on });
  };
  const scenarios = "Other ways to choose models, peers and prices that were tried.";
  return {
    "ratio-one-peer": middle({ peers: 1 }, "with one open peer enough"),
    "ratio-every": middle({ everyModel: true }, "over every model that models.dev lists"),
    "ratio-openrouter": middle({ source: "openrouter-list" }, "with the prices of OpenRouter’s list"),
    "ratio-genai": middle({ source: "genai-prices" }, "with the prices of genai-prices"),
    "other-rules": count({ value: otherRules.length, unit: "scenarios", definition: scenarios, basis }),
    ...oddities(rows, modelsIn(by({ peers: 1 })), basis),
  };
}

function oddities(rows: readonly PriceRow[], onePeer: number, basis: Basis): Facts {
  const whole = narrow(basis, {
    population: "language models that models.dev lists and prices, with known release, modality and context",
  });
  const models = (value: number, definition: string): Fact =>
    count({ value, unit: "models", definition, basis: whole });
  const disputed = rows.filter(({ source, weights }) => source === headlineRule.source && weights === "disputed");
  const open = pricedBy(rows, headlineRule).filter(({ weights }) => weights === "open");
  return {
    "closed-one-peer": count({
      value: onePeer,
      unit: "models",
      definition: "Closed models in the catalogue with at least one open peer.",
      basis,
    }),
    "disputed-models": models(
      modelsIn(disputed),
      "Models outside the catalogue whose offers contradict each other about the weights.",
    ),
    "cheapest-open": sum({
      value: Math.min(...open.map(({ price }) => price)),
      unit: "usd-per-mtok",
      n: 1,
      definition: "Lowest blended price of an open model in the catalogue.",
      basis,
    }),
  };
}

/** Both ends of the published claim that the chapter tests, and the middle of its range. */
export function claimFacts({ published }: Reference, basis: Basis): Facts {
  const end = (id: string): Fact => {
    const figure = published.find((row) => row.id === id);
    if (figure === undefined) throw new Error(`published-figures.csv has no figure "${id}"`);
    const definition = `Published, not computed: ${figure.statement}, ${figure.source_title}.`;
    return sum({ value: figure.value, unit: "times", n: 1, definition, basis });
  };
  const [low, high] = [end("S26-37"), end("S26-38")];
  const middle = Math.sqrt(Number(low.value) * Number(high.value));
  const definition = "Middle of the published range on a logarithmic scale.";
  return {
    "claimed-low": low,
    "claimed-mid": sum({ value: middle, unit: "times", n: 1, definition, basis }),
    "claimed-high": high,
  };
}
