/** One row of the listing of 2022 as the file has it, read without the project's loader. */
export interface RawListed {
  readonly modelId: string;
  readonly author: string;
  readonly creation_time: string | null;
  readonly downloads: number;
  readonly has_modelcard: boolean;
  readonly task_category: string;
  readonly task_domain: string;
}

/** How many rows a test holds for. */
export function countOf<T>(rows: Iterable<T>, holds: (row: T) => boolean): number {
  let found = 0;
  for (const row of rows) if (holds(row)) found += 1;
  return found;
}

/** Downloads of each owner: the text before the slash, `(none)` without one. */
export function downloadsByOwner(rows: Iterable<RawListed>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { modelId, downloads } of rows) {
    const slash = modelId.indexOf("/");
    const owner = slash < 0 ? "(none)" : modelId.slice(0, slash);
    sums.set(owner, (sums.get(owner) ?? 0) + downloads);
  }
  return sums;
}

/** Sum of the `k` largest values. */
export function topSum(values: Iterable<number>, k: number): number {
  const falling = [...values].sort((a, b) => b - a);
  let sum = 0;
  for (let i = 0; i < k && i < falling.length; i += 1) sum += falling[i] ?? 0;
  return sum;
}
