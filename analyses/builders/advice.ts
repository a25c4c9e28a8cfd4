import type { Advice, Condition, FactId } from "#kit/recommendations.ts";
import { say, show } from "#kit/text.ts";

/** A share that nearly all of something would reach. */
const nearlyAll = 0.9;

/** A share that as good as every pair of prices would reach. */
const everyPair = 0.95;

/** Where the greater part of something begins. */
const greaterPart = 0.5;

/** A model of so many parameters fits one accelerator of a workstation, at a byte a parameter. */
const fitsOne = 20e9;

const above = (fact: FactId, level: number, what: Condition["what"]): Condition => ({ is: "above", fact, level, what });
const below = (fact: FactId, level: number, what: Condition["what"]): Condition => ({ is: "below", fact, level, what });

/** Advice on which model to begin with. */
const choosing: readonly Advice[] = [
  {
    id: "begin-small",
    sentence: say`Begin with a model that fits one accelerator, and move up only where it fails.`,
    rule: say`Weighed by downloads, the median size of models lies below ${show.value(fitsOne, "parameters")} parameters in both lists, wherever missing sizes lie and however it is counted. So many parameters fit one accelerator of a workstation at a byte each.`,
    unless: say`A median, bounds or a way to count that lies above it.`,
    conditions: [
      below("size/median-downloads", fitsOne, say`the median size in parameters, by downloads, of evaluated models`),
      below(
        "size/recent-median-downloads",
        fitsOne,
        say`the median size in parameters, by downloads, of recent models`,
      ),
    ],
  },
  {
    id: "well-trodden",
    sentence: say`Start from a model that many already run: tools, fixes and answers gather around few.`,
    rule: say`In every population that is counted, the few models that are downloaded most take the greater part of downloads.`,
    unless: say`One population in which they take ${show.value(greaterPart, "share")} of downloads or less.`,
    conditions: [
      above("concentration/top-least", greaterPart, say`the least share that they take in any population`),
      above("concentration/hub-top-200", greaterPart, say`their share in the one complete listing`),
    ],
  },
  {
    id: "chinese-terms",
    sentence: say`Put Chinese models on the list where you need free terms.`,
    rule: say`Downloads of models of Chinese publishers go to permissive licences in a greater share than those of American ones, with or without the heaviest American publisher, whatever is unknown.`,
    unless: say`Shares whose bounds or other ways to count overlap.`,
    conditions: [
      {
        is: "ahead",
        fact: "openness/permissive-cn-downloads",
        than: "openness/permissive-us-downloads",
        what: say`the permissive share of Chinese publishers`,
        other: say`that of American ones`,
      },
      {
        is: "ahead",
        fact: "openness/permissive-cn-downloads",
        than: "openness/permissive-us-without",
        what: say`the permissive share of Chinese publishers`,
        other: say`that of American ones without the heaviest`,
      },
    ],
  },
  {
    id: "robot-data",
    sentence: say`If you look for robot data, begin with models of LeRobot: they name it.`,
    rule: say`Among recent robotics models, those of LeRobot name a dataset of their own publisher in a greater share than those of other libraries.`,
    unless: say`Shares that overlap in some way to count.`,
    conditions: [
      {
        is: "ahead",
        fact: "robotics/lerobot-own",
        than: "robotics/elsewhere-own",
        what: say`the share of LeRobot`,
        other: say`that of other libraries`,
      },
    ],
  },
];

/** Advice on terms and trust. */
const checking: readonly Advice[] = [
  {
    id: "read-licence",
    sentence: say`Read the licence before you build; a free one is no matter of course.`,
    rule: say`In both lists the share of models under a permissive licence lies below ${show.value(nearlyAll, "share")}, however it is counted.`,
    unless: say`A list in which nearly every model comes under a permissive licence.`,
    conditions: [
      below("openness/permissive-models", nearlyAll, say`the permissive share of evaluated models`),
      below("openness/recent-permissive-models", nearlyAll, say`the permissive share of recent models`),
    ],
  },
  {
    id: "ask-early",
    sentence: say`Ask for access early if the model is a big one, for big ones are gated.`,
    rule: say`Recent models of known big size are gated in a greater share than those of known small size, wherever models of unknown size belong.`,
    unless: say`Shares that no longer overlap, in every bound and way to count.`,
    conditions: [
      {
        is: "ahead",
        fact: "openness/recent-gated-above-20b",
        than: "openness/recent-gated-under-1b",
        what: say`the gated share of big models`,
        other: say`that of small ones`,
      },
    ],
  },
  {
    id: "own-tests",
    sentence: say`Test on data of your own: you cannot know what a model has seen.`,
    rule: say`In both lists the share of models that name no dataset lies above ${show.value(greaterPart, "share")}, however it is counted.`,
    unless: say`A list in which as many models name their data as do not.`,
    conditions: [
      above("openness/names-no-dataset-models", greaterPart, say`the share of evaluated models that name no dataset`),
      above(
        "openness/recent-names-no-dataset-models",
        greaterPart,
        say`the share of recent models that name no dataset`,
      ),
    ],
  },
];

/** Advice on money and machines. */
const paying: readonly Advice[] = [
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
    unless: say`Settings for such work that all point one way.`,
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
    unless: say`A count of cuts that no count of raises reaches, in any of these ways.`,
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

/** Everything that the chapter advises, in the order of its sections. */
export const advice: readonly Advice[] = [...choosing, ...checking, ...paying];
