import { type Basis, narrow } from "#kit/coverage.ts";
import { count, date, type Fact, share } from "#kit/facts.ts";
import type { Row } from "#loaders/schema/table.ts";
import { headlineRule } from "../peers.ts";
import type { agreement, disagreements, offerCounts } from "../tables.ts";

type Facts = Readonly<Record<string, Fact>>;
type CountRow = Row<typeof offerCounts>;
type AgreementRow = Row<typeof agreement>;

const names: Readonly<Record<string, string>> = {
  "models-dev": "models.dev",
  "openrouter-list": "OpenRouter’s list",
  "genai-prices": "genai-prices",
};

/** The name of a price list as sentences have it. */
export function listName(source: string): string {
  return names[source] ?? source;
}

/** What each price list holds; of models.dev also what is left out, and why. */
export function listFacts(rows: readonly CountRow[], whole: Basis): Facts {
  return Object.assign({}, ...rows.map((row) => ofList(row, whole))) as Facts;
}

function ofList(row: CountRow, whole: Basis): Facts {
  const id = row.source;
  const basis = narrow(whole, { population: `offers that ${listName(id)} holds`, asOf: row.observed_on });
  const definition = `Day on which ${listName(id)} was read.`;
  const parts = id === headlineRule.source ? measured : measured.filter(([name]) => everywhere.includes(name));
  const counts = parts.map(([name, column, unit, what]): [string, Fact] => [
    `${id}-${name}`,
    count({ value: row[column], unit, definition: `${what} in ${listName(id)}.`, basis }),
  ]);
  return { [`${id}-day`]: date({ value: row.observed_on, definition, basis }), ...Object.fromEntries(counts) };
}

const everywhere = ["offers", "priced", "free", "unpriced"];

type Counted = Exclude<keyof CountRow, "source" | "observed_on">;

const measured: readonly (readonly [
  name: string,
  column: Counted,
  unit: "offers" | "providers" | "models",
  what: string,
])[] = [
  ["offers", "offers", "offers", "Offers of a model by a provider"],
  ["priced", "priced", "offers", "Offers with a price above zero for input and output, not deprecated,"],
  ["providers", "providers", "providers", "Providers"],
  ["models", "models", "models", "Models, once their names are spelt alike,"],
  ["models-priced", "models_priced", "models", "Models that at least one such offer sells"],
  [
    "models-known",
    "models_known",
    "models",
    "Of these, language models with known weights, release, modality and context",
  ],
  ["free", "free", "offers", "Offers whose input and output cost nothing, left out,"],
  ["half-free", "half_free", "offers", "Offers whose input or output alone costs nothing, left out,"],
  ["unpriced", "unpriced", "offers", "Offers without a price by the token, left out,"],
  ["deprecated", "deprecated", "offers", "Offers marked as deprecated, left out,"],
];

const bands = ["equal", "ten", "double", "more"] as const;

/** How far two price lists agree, at the same seller and at the median seller. */
export function agreementFacts(
  rows: readonly AgreementRow[],
  widest: readonly Row<typeof disagreements>[],
  whole: Basis,
): Facts {
  const at = (level: string, a: string, b: string): AgreementRow[] =>
    rows.filter((row) => row.level === level && row.first_source === a && row.second_source === b);
  const near = (level: string, a: string, b: string, within: number, words: string): Fact => {
    const own = at(level, a, b);
    const total = own.reduce((sum, { prices }) => sum + prices, 0);
    const part = own
      .filter(({ band }) => bands.indexOf(band as "equal") <= within)
      .reduce((sum, { prices }) => sum + prices, 0);
    const what = level === "same seller" ? "models at the same seller" : "models at the median seller of each";
    return share({
      part,
      whole: total,
      unknown: 0,
      n: total,
      definition: `Share of ${what} whose blended price in ${listName(a)} and in ${listName(b)} ${words}.`,
      basis: narrow(whole, { population: `${what} that both lists price`, asOf: own[0]?.observed_on ?? "" }),
    });
  };
  return {
    "agree-openrouter": near("same seller", "models-dev", "openrouter-list", 0, "differ by one percent at most"),
    "agree-genai": near("same seller", "models-dev", "genai-prices", 0, "differ by one percent at most"),
    "agree-routed": near("same seller", "openrouter-list", "genai-prices", 0, "differ by one percent at most"),
    "agree-median-genai": near("median seller", "models-dev", "genai-prices", 1, "differ by a tenth at most"),
    "agree-median-openrouter": near("median seller", "models-dev", "openrouter-list", 1, "differ by a tenth at most"),
    pairs: count({
      value: rows.filter(({ level }) => level === "same seller").reduce((sum, { prices }) => sum + prices, 0),
      unit: "prices",
      definition: "Pairs of prices of one model at one seller in two price lists.",
      basis: whole,
    }),
    disagreements: count({
      value: widest.length,
      unit: "prices",
      definition: "Widest disagreements listed, at most eight for each pair of price lists.",
      basis: whole,
    }),
  };
}
