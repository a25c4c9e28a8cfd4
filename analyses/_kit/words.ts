import { typedNumbers } from "./digits.ts";
import { directionWords, type Says } from "./directions.ts";

/** A rule that typed words break, with the offset of the words. */
export interface Fault {
  readonly index: number;
  readonly message: string;
}

/** Faults of words that a person typed; `inside` is the direction of the claim around them, if any. */
export function wordFaults(text: string, inside: Says | null): Fault[] {
  return [...numberFaults(text), ...invisible(text), ...directionFaults(text, inside)];
}

/** Numbers that a person typed. */
export function numberFaults(text: string): Fault[] {
  return typedNumbers(text).map(({ text: found, index }) => ({
    index,
    message: `"${found}" is typed by hand: numbers come from data. Use a fact, or a name for a name with digits`,
  }));
}

/** Characters that print nothing and could hide a word from the other rules. */
function invisible(text: string): Fault[] {
  return [...text.matchAll(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu)].map((match) => ({
    index: match.index,
    message: `an invisible character (U+${match[0].charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}) stands here: remove it`,
  }));
}

function directionFaults(text: string, inside: Says | null): Fault[] {
  const found = directionWords(text);
  const allowed = found
    .filter(({ says }) => says === inside)
    .map(({ index, text: word }) => ({ index, end: index + word.length }));
  return found
    .filter(
      ({ index, text: word }) => !allowed.some((other) => other.index <= index && index + word.length <= other.end),
    )
    .map(({ text: word, index, says }) => ({
      index,
      message:
        inside === null
          ? `"${word}" says which way numbers go: put it in a claim that says "${says}" and names its facts`
          : `"${word}" does not fit a claim that says "${inside}": it would say "${says}"`,
    }));
}
