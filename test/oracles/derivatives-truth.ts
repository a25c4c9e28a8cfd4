/** A row of the generator's lineages. */
export interface TrueLineage {
  readonly owner: string;
  readonly relation: string | null;
  readonly bases: string;
  readonly roots: string | null;
  readonly steps: number | null;
  readonly most_steps: number | null;
  readonly models: number;
}

interface Owner {
  readonly owner: string;
  readonly parent: string | null;
  readonly country: string | null;
}

/** Company and place of an owner, by the registry; null where it has none. */
export function publishers(owners: readonly Owner[]) {
  const known = new Map(owners.map((row) => [row.owner, row]));
  return {
    companyOf: (owner: string) => known.get(owner)?.parent ?? known.get(owner)?.owner ?? null,
    placeOf: (owner: string) => {
      const place = known.get(owner)?.country ?? null;
      return place === "ZZ" ? null : place;
    },
  };
}

/** Owners of twenty derived models and more, of which half or more are quantisations of what other companies publish. */
export function copiers(rows: readonly TrueLineage[], companyOf: (owner: string) => string | null): Set<string> {
  const [all, copies] = [new Map<string, number>(), new Map<string, number>()];
  for (const { owner, relation, bases, models } of rows) {
    if (owner === "(unregistered)") continue;
    all.set(owner, (all.get(owner) ?? 0) + models);
    const foreign = bases.split("+").every((base) => companyOf(base) !== companyOf(owner));
    if (relation === "quantized" && foreign) copies.set(owner, (copies.get(owner) ?? 0) + models);
  }
  return new Set([...all].filter(([owner, n]) => n >= 20 && (copies.get(owner) ?? 0) >= n / 2).map(([owner]) => owner));
}

/** Models that build on owners that count, and those that might: on no root, or on a copy and nothing that counts. */
export function countOn(
  rows: readonly TrueLineage[],
  reach: "base" | "root",
  counts: (owner: string) => boolean,
  copies: ReadonlySet<string>,
) {
  let [part, open] = [0, 0];
  for (const { bases, roots, models } of rows) {
    const text = reach === "base" ? bases : roots;
    const owners = text === null ? [] : text.split("+").map((end) => end.split(" ")[0] ?? "");
    if (owners.some(counts)) part += models;
    else if (owners.length === 0 || (reach === "root" && owners.some((owner) => copies.has(owner)))) open += models;
  }
  return { part, open };
}
