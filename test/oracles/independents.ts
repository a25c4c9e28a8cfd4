import { csv } from "./sovereignty-shares.ts";

/** A row of the registry, as far as kinds go. */
export interface Kind {
  readonly kind: string;
  readonly confidence: string;
}

/** Kind and confidence by namespace in lower case, from the text of the registry. */
export function kindsIn(text: string): Map<string, Kind> {
  const [header = [], ...rows] = csv(text);
  const found = new Map<string, Kind>();
  for (const row of rows) {
    const cell = (name: string): string => row[header.indexOf(name)] ?? "";
    found.set(cell("owner").toLowerCase(), { kind: cell("kind"), confidence: cell("confidence") });
  }
  return found;
}

/** Namespace of an id in lower case; empty for an id without a slash. */
export function spaceOf(id: string): string {
  const slash = id.indexOf("/");
  return slash < 0 ? "" : id.slice(0, slash).toLowerCase();
}

/** One thing that counts with a weight, and the kind of its owner: unknown where the registry has none, nameless without an owner. */
export interface Weighed {
  readonly kind: string;
  readonly weight: number;
}

/** What things weigh by kind, as parts of all of it. */
export function partsBy(things: Iterable<Weighed>): Map<string, number> {
  const sums = new Map<string, number>();
  let all = 0;
  for (const { kind, weight } of things) {
    sums.set(kind, (sums.get(kind) ?? 0) + weight);
    all += weight;
  }
  for (const [kind, sum] of sums) sums.set(kind, sum / all);
  return sums;
}

/** The kind of an id's owner. */
export function kindOf(id: string, kinds: ReadonlyMap<string, Kind>): string {
  const space = spaceOf(id);
  return space === "" ? "nameless" : (kinds.get(space)?.kind ?? "unknown");
}
