import { envelope, type Fact, interval } from "#kit/facts.ts";
import { bare, between, longMonth, prose } from "#kit/format.ts";
import { shortDay } from "../headlines.ts";
import { capital, evidenceTo, grouped, inFull, withNoun } from "../words.ts";
import type { FactWords, PrintedFact } from "./types.ts";

/** A fact with its words. */
export function printFact(fact: Fact): PrintedFact {
  return { ...fact, words: wordsOf(fact) };
}

function wordsOf(fact: Fact): FactWords {
  const { value, unit, n, basis, variants } = fact;
  const isDay = typeof value === "string";
  const day = isDay ? value : basis.asOf;
  return {
    value: prose(value, unit),
    short: bare(value, unit),
    noun: withNoun(value, unit),
    full: inFull(value, unit),
    bounds: isDay ? null : span(interval(fact), fact),
    variants: isDay ? null : span(envelope(fact), fact),
    each: variants.map((variant) => prose(variant.value, unit)),
    n: n === null ? null : bare(n, "models"),
    month: day === "" ? null : longMonth(day),
    sizes: sizesOf(fact),
    evidence: evidenceTo(basis),
    asOf: basis.asOf === "" ? null : shortDay(basis.asOf),
  };
}

function span({ lower, upper }: { lower: number; upper: number }, { unit }: Fact): string {
  return between(lower, upper, unit);
}

/** A multiple of a start that was set to 100 has no denominator worth a word. */
function sizesOf({ value, unit, n, of }: Fact): string[] {
  const indexed = unit === "times" && of === 100;
  return [
    ...(unit === "date" ? [] : [capital(inFull(value, unit))]),
    ...(n === null || n === value ? [] : [`n\u00a0=\u00a0${grouped(n)}`]),
    ...(of === null || indexed ? [] : [`denominator ${grouped(of)}`]),
  ];
}
