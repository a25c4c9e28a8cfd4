import { forms, isUnit, suffixes, type Unit } from "./units.ts";

const locale = "en-GB";
const months = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const long = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
const short = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat("en-US", { notation: "compact", maximumSignificantDigits: 3 });

const formats = new Map<string, Intl.NumberFormat>();

/** A format of numbers, made once: making one takes far longer than using it. */
function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, options);
  formats.set(key, known);
  return known;
}

/** A number with at most three significant figures, never in exponent form. */
function significant(value: number, digits = 3): string {
  return numbers({ maximumSignificantDigits: digits }).format(value);
}

/** A percentage with one decimal (none if it is whole), two below one percent, and as many as it takes not to print 0 or 100 for what is neither. */
function percent(fraction: number): string {
  const value = Number((fraction * 100).toFixed(6));
  const blurs = (decimals: number): boolean => [0, 100].includes(Math.abs(Number(value.toFixed(decimals))));
  let decimals = Math.abs(value) < 1 ? 2 : 1;
  while (decimals < 6 && blurs(decimals)) decimals += 1;
  const least = Number.isInteger(value) ? 0 : 1;
  const digits = { minimumFractionDigits: least, maximumFractionDigits: decimals } as const;
  return numbers({ ...digits, signDisplay: "negative" }).format(value);
}

/** A multiple: two decimals below ten, three significant figures from there. */
function multiple(value: number): string {
  return Math.abs(value) < 10 ? numbers({ maximumFractionDigits: 2 }).format(value) : significant(value);
}

/** Dollars: whole cents from one dollar up, two significant figures below; three from a hundred. */
function dollars(value: number): string {
  const size = Math.abs(value);
  const digits =
    size >= 100
      ? { maximumSignificantDigits: 3 }
      : { minimumFractionDigits: 2, maximumFractionDigits: size < 1 ? 6 : 2 };
  const shown = size < 1 ? Number(value.toPrecision(2)) : value;
  return `${value < 0 ? "-" : ""}$${numbers(digits).format(Math.abs(shown))}`;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A power of ten with two significant figures: 5.0 × 10²⁵. */
function power(value: number): string {
  const [mantissa = "", exponent = ""] = value.toExponential(1).split("e");
  const raised = [...exponent.replace("+", "")].map((sign) => (sign === "-" ? "⁻" : superscripts[Number(sign)]));
  return `${mantissa}\u00a0×\u00a010${raised.join("")}`;
}

/** A large count in words that prose can carry: 683 million, 1.2 billion; up to 99,999 in full. */
function count(value: number): string {
  if (Math.abs(value) < 100_000) return whole.format(value);
  const size = Math.abs(Number(value.toPrecision(3)));
  const [scale, word] = size >= 1e9 ? [1e9, "billion"] : size >= 1e6 ? [1e6, "million"] : [1, ""];
  return word === "" ? significant(value) : `${significant(value / Number(scale))} ${word}`;
}

/** 7 September 2025 */
export function day(iso: string): string {
  return months.format(new Date(`${iso}T00:00:00Z`));
}

/** September 2025 */
export function longMonth(iso: string): string {
  return long.format(new Date(`${iso}T00:00:00Z`));
}

/** Sept 2025, for axes and labels. */
export function month(iso: string): string {
  return short.format(new Date(`${iso}T00:00:00Z`));
}

/** The bare number as prose writes it, without its unit. */
export function bare(value: number | string, unit: Unit): string {
  if (typeof value === "string") return day(value);
  if (unit === "share" || unit === "points" || unit === "percent-more") return percent(value);
  if (unit === "times") return multiple(value);
  const form = forms[unit];
  if (form === "money") return dollars(value);
  if (form === "power") return power(value);
  return unit === "index" || form === "measure" ? significant(value) : count(value);
}

/** The number as prose writes it: "60.5 percent", "$0.43 per million tokens", "683 million". */
export function prose(value: number | string, unit: Unit): string {
  const suffix = suffixes[unit];
  return suffix === undefined ? bare(value, unit) : `${bare(value, unit)} ${suffix}`;
}

/** "between 18 and 23 percent"; one number when both ends print alike. */
export function between(lower: number, upper: number, unit: Unit): string {
  const [low, high] = [bare(lower, unit), bare(upper, unit)];
  return low === high ? prose(upper, unit) : `between ${low} and ${prose(upper, unit)}`;
}

/** The number as labels and tables write it: "60.5%", "$0.43", "683M". */
export function label(value: number | string, unit: Unit | null): string {
  if (typeof value === "string") return value;
  if (unit === "share" || unit === "percent-more") return `${percent(value)}%`;
  if (unit === "points") return `${percent(value)} pp`;
  if (unit === "times") return `${multiple(value)}×`;
  const form = unit === null ? undefined : forms[unit];
  if (unit === null || form === undefined) return compact.format(value);
  return unit === "gigabytes" ? `${significant(value)} GB` : bare(value, unit);
}

/** The number in full for tables: no scaling beyond its unit, thousands grouped. */
export function cell(value: number | string | boolean | null, unit: string | null): string {
  if (value === null) return "unknown";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (unit === "year") return String(value);
  if (unit === "share" || unit === "points" || unit === "percent-more") return (value * 100).toFixed(3);
  const form = isUnit(unit) ? forms[unit] : undefined;
  if (form === "power") return value.toExponential(2);
  if (unit === "times" || unit === "index" || form !== undefined) return significant(value, 4);
  return whole.format(value);
}

/** Straight apostrophes inside words made curly, as the prose has them. */
export function typographic(text: string): string {
  return text.replace(/(?<=\p{L})'/gu, "’");
}
