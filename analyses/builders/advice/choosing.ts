import type { Advice } from "#kit/recommendations.ts";
import { say, show } from "#kit/text.ts";
import { above, below, greaterPart } from "./conditions.ts";

/** A model of so many parameters fits one accelerator of a workstation, at a byte a parameter. */
const fitsOne = 20e9;

/** Advice on which model to begin with. */
export const choosing: readonly Advice[] = [
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
    id: "likes-apart",
    sentence: say`Do not take likes for use when you choose.`,
    rule: say`In both lists, the models with most likes share a part below ${show.value(greaterPart, "share")} with as many of those with most downloads, whatever is done with equal ones.`,
    unless: say`A list in which the greater part of the most liked is also the most downloaded.`,
    conditions: [
      below("attention/shared-50-part", greaterPart, say`the part that both have in common among panel models`),
      below("attention/radar-shared-50-part", greaterPart, say`that part among recent models`),
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
    id: "look-again",
    sentence: say`Plan to look again at your base model in months, not in weeks.`,
    rule: say`In a panel of namespaces, the median release keeps the watched part of its first month's downloads for a longer time than the attention that the Spring report gives a model, in every way to count.`,
    unless: say`A time that comes as low as that in some way to count.`,
    conditions: [
      {
        is: "ahead",
        fact: "lifetimes/release-half",
        than: "lifetimes/six-weeks",
        what: say`that time, in days,`,
        other: say`the published one`,
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
