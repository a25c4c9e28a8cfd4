/** Attention and use of models one by one, by plain loops. */

/** A model as the loops see it. */
export interface Noticed {
  readonly id: string;
  readonly likes: number;
  readonly downloads: number;
  readonly discussions?: number;
}

type Of = (model: Noticed) => number;

/** The first `k` models by a measure, equal ones in the order of their names. */
export function firstOf(models: readonly Noticed[], of: Of, k: number): Noticed[] {
  const sorted = [...models].sort((a, b) => of(b) - of(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return sorted.slice(0, k);
}

/** Models among the first `k` by both measures. */
export function bothOf(models: readonly Noticed[], a: Of, b: Of, k: number): number {
  const first = new Set(firstOf(models, a, k).map(({ id }) => id));
  let found = 0;
  for (const { id } of firstOf(models, b, k)) if (first.has(id)) found += 1;
  return found;
}

/** Place of each model by a measure, from 1. */
export function placesOf(models: readonly Noticed[], of: Of): Map<string, number> {
  return new Map(firstOf(models, of, models.length).map(({ id }, i) => [id, i + 1]));
}

/** A whole number with all digits but the first set to 0. */
export function firstDigitOf(value: number): number {
  const text = String(value);
  return Number(text.charAt(0) + "0".repeat(text.length - 1));
}

/** Mean place of equal values, from 1, in the order of the values given. */
function middles(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const [first, last] = [new Map<number, number>(), new Map<number, number>()];
  sorted.forEach((value, i) => {
    if (!first.has(value)) first.set(value, i + 1);
    last.set(value, i + 1);
  });
  return values.map((value) => ((first.get(value) ?? 0) + (last.get(value) ?? 0)) / 2);
}

/** Pearson's correlation of mean places. */
export function rankCorrelationOf(x: readonly number[], y: readonly number[]): number {
  const [a, b] = [middles(x), middles(y)];
  const middle = (x.length + 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    const [p, q] = [(a[i] ?? 0) - middle, (b[i] ?? 0) - middle];
    ab += p * q;
    aa += p * p;
    bb += q * q;
  }
  return ab / Math.sqrt(aa * bb);
}

/** Kendall's tau-b by comparing every pair. */
export function pairCorrelationOf(x: readonly number[], y: readonly number[]): number {
  let [same, freeX, freeY] = [0, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [p, q] = [Math.sign((x[i] ?? 0) - (x[j] ?? 0)), Math.sign((y[i] ?? 0) - (y[j] ?? 0))];
      same += p * q;
      if (p !== 0) freeX += 1;
      if (q !== 0) freeY += 1;
    }
  }
  return same / Math.sqrt(freeX * freeY);
}

/** The value in the place that a part of all values reaches. */
export function atPart(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

/** Downloads for each like of models that have a like. */
export function ratiosOf(models: readonly Noticed[]): number[] {
  const ratios: number[] = [];
  for (const { likes, downloads } of models) if (likes > 0) ratios.push(downloads / likes);
  return ratios;
}
