import { type Direction, directions, type Range, type Says } from "./directions.ts";
import { type Fact, interval, numeric } from "./facts.ts";
import { prose } from "./format.ts";

/** `all`: must hold in every variant of the facts. `headline`: in the main definition only, as the sentence must then say. */
export type Scope = "all" | "headline";

/** Why the claim does not hold, or null when it does. */
export function refute(says: Says, facts: readonly Fact[], scope: Scope = "all"): string | null {
  const direction: Direction = directions[says];
  if (facts.length !== direction.facts) {
    return `"${says}" compares ${direction.facts} fact(s), ${facts.length} given`;
  }
  if (facts.some((fact) => typeof fact.value !== "number")) return `"${says}" compares numbers, not days`;
  if (new Set(facts.map((fact) => fact.unit)).size > 1) return `"${says}" compares facts of one unit`;
  if (!direction.holds(facts.map(interval))) return `${direction.rule}, but they are ${values(facts)}`;
  const failing =
    scope === "all" ? labels(facts).filter((label) => !direction.holds(under(label, facts, direction))) : [];
  if (failing.length === 0) return null;
  return `${direction.rule}, but not when: ${failing.join("; ")}. Write scope="headline" and say so in the sentence`;
}

function values(facts: readonly Fact[]): string {
  return facts.map((fact) => prose(fact.value, fact.unit)).join(", ");
}

function labels(facts: readonly Fact[]): string[] {
  return [...new Set(facts.flatMap((fact) => fact.variants.map((variant) => variant.label)))];
}

/** Where the facts lie in a variant: within its bounds where they are of one day, at its value where they are of two. */
function under(label: string, facts: readonly Fact[], { days }: Direction): Range[] {
  return facts.map((fact) => {
    const variant = fact.variants.find((one) => one.label === label);
    const value = variant?.value ?? numeric(fact);
    return days === "one" && variant?.bounds !== undefined ? variant.bounds : { lower: value, upper: value };
  });
}
