import type { Headline } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { nameText, say } from "#kit/text.ts";

/** Numbers of the evidence that stand for the chapter on the home page; published ones never do. */
export function headlines(facts: Readonly<Record<string, Fact>>, short: string): Headline[] {
  const models = nameText(
    short === "Hub" ? "the Hub’s robotics models" : "recent robotics models that HF//RADAR follows",
  );
  const all: Headline[] = [
    { fact: "robotics-own", sentence: say`of ${models} name a dataset of their own publisher` },
    { fact: "lerobot", sentence: say`of ${models} are of one library, LeRobot` },
  ];
  return all.filter(({ fact }) => fact in facts);
}
