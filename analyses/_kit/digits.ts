/** A stretch of text that reads like a number nobody computed. */
export interface Typed {
  readonly text: string;
  /** 0-based offset in the text that was searched. */
  readonly index: number;
}

const year = /^(?:19[5-9]|20[0-4])[0-9]$/;
const token = /[\p{L}\p{N}][\p{L}\p{N}.,:/_-]*[\p{L}\p{N}]|[\p{N}]/gu;

const small = "two|three|four|five|six|seven|eight|nine";
const decade = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties";
const large =
  "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|" +
  "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozen|hundred|thousand|million|billion|trillion";
const scale = "percent|per[- ]cent|percentage|million|billion|trillion|hundred|thousand";
const counted = `${scale}|points?|times|fold|models?|downloads?|namespaces?|countries|regions|crawls?|releases?|months?|weeks?|years?|days?`;
const part = "third|quarter|fifth|sixth|seventh|eighth|ninth|tenth";

/** Spelled numbers: from ten up anywhere; below, before what they count, in fractions and in "one in five". `_` joins words. */
const spelled = [
  `\\b(?:(?:one|${small})_)?(?:${large})(?:_(?:and_)?(?:one|${small}|${large}))*\\b`,
  `\\b(?:zero|${small})_(?:${counted}|(?:${part})s)\\b`,
  `\\bone_(?:${scale})\\b`,
  `\\b(?:a|one)_(?:${part})s?\\b(?!_(?:party|time|way|crawl|chapter|figure|language|kind))`,
  `\\b(?:${decade})\\b|\\b(?:a_couple|double[- ]digit|single[- ]digit|nil)\\b`,
  "[\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Arabic}\\p{Script=Devanagari}]+|\\u{1F4AF}",
  `\\b(?:one|${small})_(?:in|out_of)_(?:every_)?(?:${small}|${large})\\b`,
  `\\b(?:${small}|ten)fold\\b|\\bthrice\\b`,
].map((pattern) => new RegExp(pattern.replaceAll("_", "[\\s\\p{Pd}]+"), "giu"));

/** A unit of price, in which "million" counts nothing. */
const unit = /\b(?:per|a) million tokens\b/giu;

const roman = /\b[MDCLXVI]{2,}(?=\s*(?:%|percent\b|per cent\b|million\b|billion\b))/gu;
const quantity = new RegExp(`^\\s*(?:%|(?:${counted}|likes?|papers?|datasets?|repositories|users?)\\b)`, "iu");

/** Numbers typed in a text: anything with a digit of any script, fraction or Roman numeral sign, but a bare year; and spelled counts. */
export function typedNumbers(whole: string): Typed[] {
  const text = whole.replace(unit, (words) => " ".repeat(words.length));
  const digits = [...text.matchAll(token)].filter(
    (match) => /\p{N}/u.test(match[0]) && !isYears(match[0], match.index, text),
  );
  const found = [...digits, ...[...spelled, roman].flatMap((pattern) => [...text.matchAll(pattern)])];
  return joined(
    text,
    found.map((match) => ({ text: match[0], index: match.index })).sort((a, b) => a.index - b.index),
  );
}

/** Years are years only where nothing makes a quantity of them: "2025", "2024-2025", never "2025 percent" or "$2000". */
function isYears(match: string, index: number, text: string): boolean {
  if (quantity.test(text.slice(index + match.length)) || /\p{Sc}\s?$/u.test(text.slice(0, index))) return false;
  return match.split(/[-/]/).every((some) => year.test(some));
}

/** One stretch for numbers that overlap or stand side by side, as "5 million". */
function joined(text: string, found: readonly Typed[]): Typed[] {
  const all: Typed[] = [];
  for (const next of found) {
    const last = all.at(-1);
    const end = last === undefined ? 0 : last.index + last.text.length;
    if (last === undefined || !/^[\s\p{Pd}]*$/u.test(text.slice(end, Math.max(end, next.index)))) all.push(next);
    else
      all[all.length - 1] = {
        index: last.index,
        text: text.slice(last.index, Math.max(end, next.index + next.text.length)),
      };
  }
  return all;
}
