/** What an argument must be: a test, and the rule in words. */
type Rule = readonly [holds: (value: number) => boolean, words: string];

/** Finite and above 0. */
export const positive: Rule = [(value) => Number.isFinite(value) && value > 0, "a finite number above 0"];

/** Finite, 0 or more. */
export const notNegative: Rule = [(value) => Number.isFinite(value) && value >= 0, "a finite number, 0 or more"];

/** A fraction of one, above 0. */
export const share: Rule = [(value) => value > 0 && value <= 1, "a share above 0 and at most 1"];

/** A ratio that cannot be below 1. */
export const ratio: Rule = [(value) => Number.isFinite(value) && value >= 1, "a finite ratio, 1 or more"];

/** A number of things. */
export const whole: Rule = [(value) => Number.isSafeInteger(value) && value >= 1, "a whole number, 1 or more"];

/** Throws a `RangeError` that names every argument that breaks its rule. */
export function must(checks: Readonly<Record<string, readonly [value: number, rule: Rule]>>): void {
  const broken = Object.entries(checks)
    .filter(([, [value, [holds]]]) => !holds(value))
    .map(([name, [value, [, words]]]) => `${name} is ${value}: it must be ${words}`);
  if (broken.length > 0) throw new RangeError(broken.join("; "));
}
