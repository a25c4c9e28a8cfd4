import type { Fact } from "#kit/facts.ts";
import { labels } from "../ways.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Shares that prose tells as they are counted otherwise, each a fact of its own: its id, and that of the way. */
const told: readonly (readonly [id: string, ...ways: readonly (keyof typeof labels)[]])[] = [
  ["industry-downloads", "named", "hosted"],
  ["independent-downloads", "named", "sure", "without-first"],
  ["radar-industry-downloads", "without-first-model"],
  ["before-industry-downloads", "hosted"],
  ["before-independent-downloads", "sure"],
  ["lineage-quantized-independent-models", "without-first"],
  ["derived-quantized-research-downloads", "without-first"],
];

/** Variants of shares as facts, as far as the evidence has them. */
export function otherWayFacts(facts: Facts): Record<string, Fact> {
  return Object.fromEntries(told.flatMap(([id, ...ways]) => ways.flatMap((way) => variantOf(id, facts[id], way))));
}

function variantOf(id: string, fact: Fact | undefined, way: keyof typeof labels): [string, Fact][] {
  const variant = fact?.variants.find(({ label }) => label === labels[way]);
  if (fact === undefined || variant === undefined) return [];
  const definition = `${fact.definition.replace(/\.$/, "")}: ${variant.label}.`;
  const { value, bounds = null } = variant;
  return [[`${id}-${way}`, { ...fact, value, bounds, definition, of: null, variants: [] }]];
}
