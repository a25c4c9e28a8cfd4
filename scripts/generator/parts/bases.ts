import type { BaseFacts } from "../truth/facts.ts";
import { stream } from "./draw.ts";
import { type FamilyWord, familyOf } from "./families.ts";
import type { Id, Ids } from "./ids.ts";
import { nobody, type OwnerName, type Owners, unregistered } from "./owners.ts";
import { at, type Population, status } from "./population.ts";
import { baseCounts, type Candidates } from "./relations.ts";

/** An entry of `baseModels.models`. */
export interface Reference {
  readonly _id: string;
  readonly id: string | null;
}

/** The bases of a model as stored, and what they are. */
export interface Bases {
  readonly references: readonly Reference[];
  readonly distinct: readonly BaseFacts[];
  /** Whether the model itself is among them as stored. */
  readonly own: boolean;
}

interface Named extends Id {
  readonly hub: string;
  readonly index: number | null;
  readonly word: FamilyWord | null;
}

const most = 64;
const gone: OwnerName = { name: "gone-forge-0", key: -2, registered: unregistered, country: "ZZ" };

/** Bases of models by number: known ones, by old names too, missing ones, the model itself, repeated ones, none. */
export function basesOf(
  models: Population,
  ids: Ids,
  owners: Owners,
  candidates: Candidates,
  relation: (i: number) => string | null,
  word: (i: number) => FamilyWord | null,
  seed: number,
): (i: number, self: Id) => Bases | null {
  const unit = (name: string) => stream(seed, `base ${name}`);
  const [kind, own, which, form] = [unit("kind"), unit("own"), unit("which"), unit("form")];
  const count = baseCounts(seed, relation);

  const named = (i: number, k: number, self: Id): Named => {
    const slot = i * most + k;
    const to = kind(slot);
    if (to < 0.004) return { ...self, hub: ids.hub(i), index: i, word: null };
    if (to < 0.06) return missing(owners, own(slot), which(slot));
    const base = candidates.drawn(i, at(models.owner, i), own(slot), which(slot));
    const drawn = { hub: ids.hub(base), word: word(ids.origin(base)) };
    return form(slot) > 0.7 ? { ...stale(base), ...drawn } : { ...ids.now(base), ...drawn, index: listed(base) };
  };
  const listed = (base: number) => (at(models.status, base) === status.listed ? base : null);
  const stale = (base: number): Id & Pick<Named, "index"> => ({
    ...ids.first(base),
    index: ids.isFirst(base) ? listed(base) : null,
  });

  return (i, self) => {
    if (relation(i) === null || ids.isBare(i)) return null;
    const found = Array.from({ length: count(i) }, (_, k) => named(i, form(i * most + k) < 0.02 ? 0 : k, self));
    const own = found.some(({ key }) => key === self.key);
    return { references: references(found, i * most, form), distinct: distinct(found, self.key), own };
  };
}

function references(found: readonly Named[], slot: number, form: (slot: number) => number): Reference[] {
  const all = found.map(({ hub, id }, k) => ({ _id: hub, id: spelt(id, form(slot + k)) }));
  const nameless = found.length > 2 && form(slot) > 0.99;
  return nameless ? ([...all, { _id: "0".repeat(24), id: null }] as Reference[]) : all;
}

function distinct(found: readonly Named[], self: string): BaseFacts[] {
  const byKey = new Map(found.map((base) => [base.key, facts(base)]));
  byKey.delete(self);
  return [...byKey.values()];
}

function facts({ key, owner, index, word }: Named): BaseFacts {
  return { key, owner, index, states: word?.states ?? null, family: familyOf(word, owner.registered) };
}

function missing(owners: Owners, own: number, which: number): Named {
  const owner = own < 0.5 ? gone : own < 0.55 ? nobody : owners.named(owners.drawn(1, own, which), "first");
  const name = `Lost-7B-${Math.floor(which * 100)}`;
  const id = owner === nobody ? name : `${owner.name}/${name}`;
  return { id, key: id.toLowerCase(), owner, hub: "0".repeat(23) + Math.floor(which * 10), index: null, word: null };
}

function spelt(id: string, unit: number): string {
  if (unit < 0.06 && unit > 0.03) return id.toLowerCase();
  return unit > 0.03 && unit < 0.07 ? id.toUpperCase() : id;
}
