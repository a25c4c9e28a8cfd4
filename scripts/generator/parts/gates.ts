import type { Gated } from "../truth/facts.ts";
import { stream, weighted } from "./draw.ts";

/** `gated` as the Hub stores it, as text, and what it means. */
export interface Gate {
  readonly raw: string | null;
  readonly gated: Gated | null;
}

type Text = readonly [raw: string | null, gated: Gated | null];

const texts: readonly (readonly [Text, number])[] = [
  [["False", "none"], 90],
  [["false", "none"], 2],
  [["auto", "auto"], 4],
  [["AUTO", "auto"], 0.4],
  [["manual", "manual"], 2],
  [["Manual", "manual"], 0.3],
  [["True", null], 0.02],
  [["", null], 0.02],
  [[null, null], 0.3],
];

/** Gates of a kind of repository by number. */
export function gatesOf(kind: string, seed: number): (i: number, told: boolean) => Gate {
  const unit = stream(seed, `${kind} gate`);
  const text = weighted(texts);
  return (i, told) => {
    const [raw, gated] = told ? text(unit(i)) : [null, null];
    return { raw, gated };
  };
}
