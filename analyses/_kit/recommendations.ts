import { envelope, type Fact, numeric } from "./facts.ts";
import { merge, nameText, say, show, type Text } from "./text.ts";
import type { Unit } from "./units.ts";

/** Facts of other analyses, as `needed["analysis"]["fact"]`. */
export type Needed = Readonly<Record<string, Readonly<Record<string, Fact>>>>;

/**
 * One thing that must hold of facts of other analyses, in every bound and every other way to count.
 *
 * `above` and `below` hold a fact against a level in the unit of the fact; `ahead` holds it against another fact.
 */
export type Condition =
  | { readonly is: "above" | "below"; readonly fact: FactId; readonly level: number; readonly what: Text }
  | { readonly is: "ahead"; readonly fact: FactId; readonly than: FactId; readonly what: Text; readonly other: Text };

/** A fact of another analysis, as `analysis/fact`. */
export type FactId = `${string}/${string}`;

/** Advice with the rule that it is derived by. */
export interface Advice {
  /** Kebab-case, unique in the analysis. */
  readonly id: string;
  /** What to do, in one sentence. */
  readonly sentence: Text;
  /** The rule in words. */
  readonly rule: Text;
  /** What would withdraw it, in words. */
  readonly unless: Text;
  /** All of them must hold. */
  readonly conditions: readonly Condition[];
}

/** A condition held against the facts. */
export interface Tested {
  readonly condition: Condition;
  /** Null where the edition lacks a fact. */
  readonly holds: boolean | null;
  /** How many times what is needed the facts are, in the main definition and at the ends of all others; 1 and less does not hold. Null with `holds`. */
  readonly margin: { readonly value: number; readonly lower: number; readonly upper: number } | null;
  /** What the facts are and what they must be, in words. */
  readonly told: Text;
}

/** What the build finds of advice: it stands, is withdrawn, or cannot be told because the edition lacks a fact. */
export type Standing = "holds" | "withdrawn" | "untold";

/** Advice with what the build finds of it. */
export interface Recommendation extends Advice {
  readonly standing: Standing;
  readonly tested: readonly Tested[];
  /** Why it stands, is withdrawn or cannot be told, with the numbers. */
  readonly because: Text;
}

/** Holds advice against the facts: one condition that does not hold withdraws it. */
export function recommend(advice: Advice, needed: Needed): Recommendation {
  const tested = advice.conditions.map((condition) => test(condition, needed));
  const standing = standingOf(tested);
  const telling = tested.filter(
    ({ holds }) => standing === "holds" || (standing === "untold" ? holds === null : holds === false),
  );
  return {
    ...advice,
    standing,
    tested,
    because: merge(
      telling.map(({ told }) => told),
      "; ",
    ),
  };
}

function standingOf(tested: readonly Tested[]): Standing {
  if (tested.some(({ holds }) => holds === false)) return "withdrawn";
  return tested.length === 0 || tested.some(({ holds }) => holds === null) ? "untold" : "holds";
}

/** The fact with that id; null where the edition lacks it, or where it is a day. */
function factAt(needed: Needed, id: FactId): Fact | null {
  const at = id.indexOf("/");
  const fact = needed[id.slice(0, at)]?.[id.slice(at + 1)];
  return fact === undefined || typeof fact.value === "string" ? null : fact;
}

function test(condition: Condition, needed: Needed): Tested {
  const fact = factAt(needed, condition.fact);
  const other = condition.is === "ahead" ? factAt(needed, condition.than) : null;
  if (fact === null || (condition.is === "ahead" && other === null))
    return { condition, holds: null, margin: null, told: say`this edition does not know ${condition.what}` };
  const [own, level] = [rangeOf(fact), other === null ? fixed(condition) : rangeOf(other)];
  const margin = condition.is === "below" ? times(level, own) : times(own, level);
  const holds = condition.is === "below" ? own.upper < level.lower : own.lower > level.upper;
  return { condition, holds, margin, told: tell(condition, fact, other) };
}

interface Range {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

function rangeOf(fact: Fact): Range {
  return { value: numeric(fact), ...envelope(fact) };
}

function fixed(condition: Condition): Range {
  const value = "level" in condition ? condition.level : Number.NaN;
  return { value, lower: value, upper: value };
}

function times(a: Range, b: Range): Range {
  return { value: a.value / b.value, lower: a.lower / b.upper, upper: a.upper / b.lower };
}

function tell(condition: Condition, fact: Fact, other: Fact | null): Text {
  const own = say`${condition.what} is ${spanned(fact)}`;
  if (condition.is === "ahead") return other === null ? own : say`${own}, and ${condition.other} ${spanned(other)}`;
  const must = nameText(condition.is === "above" ? "above" : "below");
  return say`${own}, and must lie ${must} ${show.value(condition.level, fact.unit)}`;
}

/** The value, and where it lies in every bound and every other way to count, where that is more than the value. */
function spanned(fact: Fact): Text {
  const { lower, upper } = envelope(fact);
  const value = say`${fact}`;
  return lower === upper
    ? value
    : say`${value} (${show.between(lower, upper, fact.unit satisfies Unit)} in all ways to count)`;
}
