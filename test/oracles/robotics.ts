/** A model as a plain loop needs it, whatever source it is from. */
export interface Raw {
  readonly id: string;
  readonly task: string | null;
  readonly library: string | null;
  readonly tags: readonly string[];
  readonly downloads: number;
  readonly month: string;
  readonly removed: boolean;
}

const before = (text: string, mark: string): string => text.slice(0, Math.max(0, text.indexOf(mark)));

/** Datasets that a model's tags name. */
export function datasetsOf({ tags }: Raw): string[] {
  const found: string[] = [];
  for (const tag of tags) if (tag.startsWith("dataset:")) found.push(tag.slice("dataset:".length));
  return found;
}

/** Whether one of them is in the model's own namespace. */
export function namesOwn(row: Raw): boolean {
  const owner = before(row.id, "/").toLowerCase();
  for (const name of datasetsOf(row)) if (owner !== "" && before(name, "/").toLowerCase() === owner) return true;
  return false;
}

/** Share of rows for which something holds. */
export function part(rows: readonly Raw[], holds: (row: Raw) => boolean): number {
  let [yes, all] = [0, 0];
  for (const row of rows) {
    all += 1;
    if (holds(row)) yes += 1;
  }
  return yes / all;
}

/** Downloads of rows together. */
export function downloads(rows: readonly Raw[]): number {
  let sum = 0;
  for (const row of rows) sum += row.downloads;
  return sum;
}

/** Models of each namespace, most first. */
export function byNamespace(rows: readonly Raw[]): number[] {
  const counts = new Map<string, number>();
  for (const { id } of rows) {
    const owner = before(id, "/").toLowerCase();
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return [...counts.values()].sort((a, b) => b - a);
}
