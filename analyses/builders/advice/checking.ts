import type { Advice } from "#kit/recommendations.ts";
import { say, show } from "#kit/text.ts";
import { above, below, greaterPart } from "./conditions.ts";

/** A share that nearly all of something would reach. */
const nearlyAll = 0.9;

/** A share of derived models that leaves few with a longer way to their root. */
const oneStep = 0.75;

/** Advice on terms and trust. */
export const checking: readonly Advice[] = [
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
    id: "trace-root",
    sentence: say`Trace a model to its root before you rely on its terms: its page names one step.`,
    rule: say`Of text-generation models that name a base, the share whose base is also their root lies below ${show.value(oneStep, "share")}, in every way to count.`,
    unless: say`Derived models that as good as all stand one step from their root.`,
    conditions: [below("derivatives/one-step", oneStep, say`the share that stands one step from its root`)],
  },
  {
    id: "ask-early",
    sentence: say`Ask for access early if the model is a big one, for big ones are gated.`,
    rule: say`Recent models of known big size are gated in a greater share than those of known small size, wherever models of unknown size belong.`,
    unless: say`Shares that overlap in some bound or way to count.`,
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
