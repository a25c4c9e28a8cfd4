import type { Basis } from "#kit/coverage.ts";
import { type Fact, sum } from "#kit/facts.ts";
import type { Unit } from "#kit/units.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { assumed, assumption } from "../serving.ts";

const shown: Readonly<Record<string, readonly [part: keyof typeof assumed, unit: Unit]>> = {
  "assumed-busy": ["busy", "share"],
  "assumed-batch": ["batch", "index"],
  "assumed-context": ["context", "tokens"],
  "assumed-bandwidth": ["bandwidthUse", "share"],
  "assumed-prefill": ["prefillUse", "share"],
  "assumed-overhead": ["overhead", "share"],
  "assumed-usable": ["usable", "share"],
  "assumed-pue": ["pue", "index"],
};

/** The assumptions of the arithmetic, with the ends over which each is varied. */
export function assumedFacts(reference: Reference, basis: Basis): Readonly<Record<string, Fact>> {
  return Object.fromEntries(
    Object.entries(shown).map(([id, [part, unit]]) => {
      const { value, low, high, statement, source } = assumption(reference, assumed[part]);
      const variants = [
        { label: "low end of its range", value: low },
        { label: "high end of its range", value: high },
      ];
      const definition = `Assumed, not measured (${source === "unsourced" ? "unsourced" : "sourced"}). ${statement}`;
      return [id, sum({ value, unit, n: 1, definition, basis, variants })];
    }),
  );
}
