import type { Advice } from "#kit/recommendations.ts";
import { say, show } from "#kit/text.ts";
import { above, below } from "./conditions.ts";

/** A share that as good as every pair of prices would reach. */
const everyPair = 0.95;

/** Advice on money and machines. */
export const paying: readonly Advice[] = [
  {
    id: "open-first",
    sentence: say`Try open models before you pay for a closed one.`,
    rule: say`The median ratio of a closed model's price to that of its open peers lies above one, by every rule for choosing peers and blending prices.`,
    unless: say`A rule by which the median closed model costs no more than its open peers.`,
    conditions: [above("compute-cost/median-ratio", 1, say`the median of these ratios`)],
  },
  {
    id: "buy-tokens",
    sentence: say`Buy tokens of open models before you rent accelerators to serve them.`,
    rule: say`Of the open models that are priced, there are more that no load makes cheaper on rented accelerators than there are that the assumed load does, in every setting.`,
    unless: say`Rents, prices or settings by which no more models are dear to serve than cheap.`,
    conditions: [
      {
        is: "ahead",
        fact: "compute-cost/own-never",
        than: "compute-cost/own-cheaper",
        what: say`the number of models that no load makes cheaper`,
        other: say`the number that is cheaper`,
      },
    ],
  },
  {
    id: "buy-bulk",
    sentence: say`Buy tokens for bulk work with short prompts, too.`,
    rule: say`With short prompts in big batches, more of the priced models cost more on rented accelerators than cost less, in every setting.`,
    unless: say`A setting for such work by which no more models are dear to serve than cheap.`,
    conditions: [
      {
        is: "ahead",
        fact: "compute-cost/own-dearer-short",
        than: "compute-cost/own-cheaper-short",
        what: say`the number of models that are dearer to serve`,
        other: say`the number that is cheaper`,
      },
    ],
  },
  {
    id: "check-prices",
    sentence: say`Check a price with its seller before you plan on it.`,
    rule: say`Of the prices that two public lists have in common, a share below ${show.value(everyPair, "share")} agrees, for each pair of lists.`,
    unless: say`A pair of lists that agrees on as good as every price.`,
    conditions: [
      below("compute-cost/agree-genai", everyPair, say`the share on which models.dev and genai-prices agree`),
      below("compute-cost/agree-openrouter", everyPair, say`the share on which models.dev and OpenRouter agree`),
    ],
  },
  {
    id: "short-terms",
    sentence: say`Sign for short terms, for listed prices get cut.`,
    rule: say`In the list that dates its prices, cuts come before raises in number, by every way to count a change.`,
    unless: say`Numbers of cuts and of raises that overlap, in some way to count.`,
    conditions: [
      {
        is: "ahead",
        fact: "compute-cost/cuts",
        than: "compute-cost/rises",
        what: say`the number of cuts`,
        other: say`that of raises`,
      },
    ],
  },
  {
    id: "memory-first",
    sentence: say`Choose hardware by its memory first; the speed on paper comes after.`,
    rule: say`The weights of some priced open model need more memory than any one accelerator in the list has.`,
    unless: say`An accelerator that holds the weights of each of these models.`,
    conditions: [
      {
        is: "ahead",
        fact: "compute-cost/largest-weights",
        than: "compute-cost/memory-last",
        what: say`the memory that these weights take`,
        other: say`the memory of the accelerator with most`,
      },
    ],
  },
];
