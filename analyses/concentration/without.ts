import { descending, type Frequency, items } from "#kit/stats/frequency.ts";
import type { HubDistribution } from "./distributions.ts";

/** The same models counted otherwise: what the reader is told, and the table that it gives. */
export interface Otherwise {
  readonly label: string;
  readonly models: readonly Frequency[];
}

/** The table without one item of its largest value. */
export function withoutLargest(table: readonly Frequency[]): Frequency[] {
  const [first, ...rest] = descending(table);
  if (first === undefined) return [];
  return first.n === 1 ? rest : [{ value: first.value, n: first.n - 1 }, ...rest];
}

/** The Hub without its most downloaded model, its canonical models, its most downloaded namespace, or its young models. */
export function otherCounts({ models, by, old }: HubDistribution): Otherwise[] {
  const all: readonly Otherwise[] = [
    { label: "most downloaded model left out", models: withoutLargest(models) },
    { label: "canonical models left out", models: by.none.length === 0 ? [] : [...by.first, ...by.other] },
    { label: "most downloaded namespace left out", models: [...by.none, ...by.other] },
    { label: "models of a year or older alone", models: old },
  ];
  return all.filter(({ models: table }) => items(table) > 0);
}
