import { unknownPlace } from "#kit/places.ts";
import type { Reference } from "#loaders/schema/reference.ts";

/** Stands for all owners without a row in the registry, pooled. */
export const unregistered = "(unregistered)";

/** Gives the country or region of an owner, or the code for unknown. */
export type Placing = (owner: string) => string;

/** Placing by the registry of owners, without regard to case; owners without a row or a country are unknown. */
export function byRegistry({ owners }: Reference): Placing {
  const places = new Map(owners.map(({ owner, country }) => [owner.toLowerCase(), country]));
  return (owner) => places.get(owner.toLowerCase()) ?? unknownPlace;
}

/** Later name of each Hub namespace that changed its name. */
export function laterNames({ renames }: Reference): ReadonlyMap<string, string> {
  return new Map(
    renames.filter(({ platform }) => platform === "huggingface").map((rename) => [rename.old, rename.new]),
  );
}

/** The same placing with some owners placed elsewhere. */
export function moved(base: Placing, places: ReadonlyMap<string, string>): Placing {
  return (owner) => places.get(owner) ?? base(owner);
}

/** The same placing with every owner of less than high confidence unknown. */
export function onlyConfident(base: Placing, { owners }: Reference): Placing {
  const unsure = owners.filter(({ confidence }) => confidence !== "high").map(({ owner }) => owner.toLowerCase());
  const unknown = new Set(unsure);
  return (owner) => (unknown.has(owner.toLowerCase()) ? unknownPlace : base(owner));
}
