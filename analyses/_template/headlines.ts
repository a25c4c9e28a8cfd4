import type { Headline } from "#kit/define.ts";
import { say } from "#kit/text.ts";

/** The numbers that stand for the chapter on the home page; each sentence goes on from its number. */
export function headlines(): Headline[] {
  return [{ fact: "sized", sentence: say`of the models that public evaluations name state their size` }];
}
