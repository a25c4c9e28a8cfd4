/** A row of the registry of families, split by hand. */
export interface RawFamily {
  readonly family: string;
  readonly owners: readonly string[];
  readonly pattern: RegExp;
}

/** The registry; no field of it holds a comma or a quote. */
export function families(csv: string): RawFamily[] {
  const rows: RawFamily[] = [];
  for (const line of csv.trim().split("\n").slice(1)) {
    const [family = "", owners = "", pattern = ""] = line.split(",");
    rows.push({ family, owners: owners.toLowerCase().split("+"), pattern: new RegExp(pattern) });
  }
  return rows;
}

/** Whether a repository, `owner/name` in any case, is a model of a family's own. */
export function isOf({ owners, pattern }: RawFamily, id: string): boolean {
  const [owner = "", name = ""] = id.toLowerCase().split("/");
  return owners.includes(owner) && pattern.test(name);
}

/** What a loop over models of any source needs of each. */
export interface RawBuilt {
  readonly id: string;
  readonly bases: readonly string[];
  readonly downloads: number;
  readonly tags: readonly string[];
}

/** Models of other namespaces that name a model of the family as base, each once without regard to case. */
export function builtOn(family: RawFamily, models: readonly RawBuilt[]): RawBuilt[] {
  const found = new Map<string, RawBuilt>();
  for (const model of models) {
    const owner = model.id.toLowerCase().split("/")[0] ?? "";
    if (family.owners.includes(owner)) continue;
    let named = false;
    for (const base of model.bases) if (isOf(family, base)) named = true;
    if (named) found.set(model.id.toLowerCase(), model);
  }
  return [...found.values()];
}

/** The middle value, the lower of two. */
export function lowerMedian(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
}
