import type { Basis } from "#kit/coverage.ts";
import type { Fact } from "#kit/facts.ts";
import { day, prose } from "#kit/format.ts";
import type { Show } from "#kit/prose/vocabulary.ts";
import { forms, isUnit, suffixes, units } from "#kit/units.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import { licenceOf, type SourceRecord } from "#loaders/schema/source.ts";
import type { PrintedFact } from "./print/types.ts";

/** The time that an edition speaks about, and when it was compiled if that was later. */
export function dated({ as_of, compiled }: Edition): string {
  const words = `as of ${day(as_of)}`;
  return unbroken(compiled > as_of ? `${words}, compiled later, on ${day(compiled)}` : words);
}

/** A fact as prose shows it, its number and unit on one line. */
export function shown({ words }: Pick<PrintedFact, "words">, show: Show): string {
  const text = words[show];
  if (text === null) throw new Error(`this fact has no ${show} to show`);
  return unbroken(text);
}

/** The same words with a number kept on the line of what follows it: "60.5 percent", "7 September 2025". */
export function unbroken(text: string): string {
  return text.replace(/(?<=\d) (?!(?:and|to|or) )(?=\p{L})/gu, "\u00a0");
}

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 6 });

/** A number at full precision with its unit, for the list of a chapter's numbers. */
export function inFull(value: number | string, unit: Fact["unit"]): string {
  if (typeof value === "string") return day(value);
  if (unit === "share" || unit === "points" || unit === "percent-more")
    return `${(value * 100).toFixed(3)} ${units[unit]}`;
  if (forms[unit] === "power") return `${value.toPrecision(4)} ${units[unit]}`;
  return unit === "rank" ? `rank ${whole.format(value)}` : `${whole.format(value)} ${units[unit]}`;
}

/** A number as prose writes it, with the noun that it counts where no sentence carries it: "74,970 models". */
export function withNoun(value: number | string, unit: Fact["unit"]): string {
  const bound = prose(value, unit);
  const said = suffixes[unit] !== undefined || unit === "date" || unit === "rank" || unit === "index" || unit === "usd";
  return unbroken(said ? bound : `${bound} ${units[unit]}`);
}

/** An integer with its thousands grouped. */
export function grouped(value: number): string {
  return whole.format(value);
}

/** A thing counted: "1 table", "3 tables". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${whole.format(value)}\u00a0${value === 1 ? one : many}`;
}

/** "Evidence to 7 September 2025". */
export function evidenceTo({ asOf }: Pick<Basis, "asOf">): string {
  return unbroken(`Evidence to ${day(asOf)}`);
}

/** The population as a sentence may start with it. */
export function populationOf({ complete, population }: Pick<Basis, "complete" | "population">): string {
  return complete ? "the complete Hub" : population;
}

/** A word or sentence with a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The unit of a column for a table's head. */
export function unitName(unit: string | null): string | null {
  return isUnit(unit) ? units[unit] : unit;
}

/** Licences of data made from these sources, as a sentence may name them. */
export function licenceWords(records: readonly SourceRecord[]): string {
  return licenceOf(records).replaceAll(" AND ", " and ").replace("NOASSERTION", "none stated");
}
