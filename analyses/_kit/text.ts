import { refute, type Scope } from "./claims.ts";
import type { Says } from "./directions.ts";
import type { Fact } from "./facts.ts";
import { between, day, label, longMonth, prose, typographic } from "./format.ts";
import type { Unit } from "./units.ts";
import { wordFaults } from "./words.ts";

/** Words whose numbers come from data: made by `say`, `show` and `claim` alone. */
export interface Text {
  readonly kind: "text";
  readonly text: string;
  /** The parts that a person typed, for the check on typed numbers and direction words. */
  readonly typed: readonly string[];
  /** Why claims made inside do not hold. */
  readonly refuted: readonly string[];
}

/** A string without numbers, a fact, or other bound text. */
export type Part = string | Fact | Text;

const bound = (text: string): Text => ({ kind: "text", text, typed: [], refuted: [] });

const isText = (part: Part): part is Text => typeof part === "object" && "kind" in part;

function resolve(part: Part): Text {
  if (typeof part === "string") return { kind: "text", text: typographic(part), typed: [part], refuted: [] };
  return isText(part) ? part : bound(prose(part.value, part.unit));
}

/** Template tag for titles, subtitles and descriptions: typed digits in it fail the build. */
export function say(strings: TemplateStringsArray, ...parts: readonly Part[]): Text {
  const pieces = strings.flatMap((string, i) => {
    const part = parts[i];
    return part === undefined ? [resolve(string)] : [resolve(string), resolve(part)];
  });
  return merge(pieces, "");
}

/** Joins bound texts. */
export function merge(texts: readonly Text[], separator: string): Text {
  return {
    kind: "text",
    text: texts.map((text) => text.text).join(separator),
    typed: texts.flatMap((text) => text.typed),
    refuted: texts.flatMap((text) => text.refuted),
  };
}

/** A list as a sentence has it: a, b and c. */
export function list(texts: readonly Text[]): Text {
  const last = texts.at(-1);
  if (last === undefined) return bound("");
  return texts.length === 1 ? last : say`${merge(texts.slice(0, -1), ", ")} and ${last}`;
}

/** Words that say which way facts go; checked like `<Claim>`, typed numbers too. */
export function claim(says: Says, facts: readonly Fact[], words: Text | string, scope: Scope = "all"): Text {
  const reason = refute(says, facts, scope);
  const inner = resolve(words);
  const refuted = reason === null ? [] : [`claim "${inner.text}": ${reason}`];
  const faults = inner.typed.flatMap((part) => wordFaults(part, says).map(({ message }) => message));
  return { ...inner, typed: [], refuted: [...inner.refuted, ...refuted, ...faults] };
}

/** A fact as titles and labels have it: 60.5%, 683M. */
export function brief(fact: Fact): Text {
  return bound(label(fact.value, fact.unit));
}

/** Bound text from values of rows and facts. */
export const show = {
  /** 60.5 percent, 683 million. */
  value: (value: number | string, unit: Unit): Text => bound(prose(value, unit)),
  /** 60.5%, 683M, as labels have it. */
  label: (value: number, unit: Unit): Text => bound(label(value, unit)),
  /** between 18 and 23 percent. */
  between: (lower: number, upper: number, unit: Unit): Text => bound(between(lower, upper, unit)),
  /** 7 September 2025. */
  day: (iso: string): Text => bound(day(iso)),
  /** September 2025. */
  month: (iso: string): Text => bound(longMonth(iso)),
} as const;

/** A name from a registry or an evidence row, digits and all. */
export function nameText(name: string): Text {
  return bound(name);
}
