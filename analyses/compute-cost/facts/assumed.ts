import type { Basis } from "#kit/coverage.ts";
import { type Fact, sum } from "#kit/facts.ts";
import type { Unit } from "#kit/units.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { assumption } from "../setting.ts";

const shown: Readonly<Record<string, readonly [id: string, unit: Unit]>> = {
  "assumed-busy": ["busy", "share"],
  "assumed-batch": ["batch", "index"],
  "assumed-context": ["context", "tokens"],
  "assumed-short-batch": ["short-batch", "index"],
  "assumed-short-context": ["short-context", "tokens"],
  "assumed-bandwidth": ["bandwidth-utilisation", "share"],
  "assumed-prefill": ["prefill-utilisation", "share"],
  "assumed-overhead": ["memory-overhead", "share"],
  "assumed-usable": ["usable-memory", "share"],
  "assumed-pue": ["pue", "index"],
};

/** The assumptions of the arithmetic, with the ends over which each is varied. */
export function assumedFacts(reference: Reference, basis: Basis): Readonly<Record<string, Fact>> {
  return Object.fromEntries(
    Object.entries(shown).map(([id, [name, unit]]) => {
      const { value, low, high, statement, source } = assumption(reference, name);
      const variants = [
        { label: "low end of its range", value: low },
        { label: "high end of its range", value: high },
      ];
      const definition = `Assumed, not measured (${source === "unsourced" ? "unsourced" : "sourced"}). ${statement}`;
      return [id, sum({ value, unit, n: 1, definition, basis, variants })];
    }),
  );
}
