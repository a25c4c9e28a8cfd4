import { daySeconds, floorSecond, type Moment } from "./calendar.ts";
import { atQuantile, near, type Quantiles, stream, type Unit } from "./draw.ts";
import { within } from "./evolve.ts";
import type { Owners } from "./owners.ts";
import { at, type Population, status } from "./population.ts";
import * as sample from "./sample.ts";

/** How popular each repository of a kind is, from 0 to 1. */
export function popularity(kind: string, seed: number): Unit {
  return stream(seed, `${kind} popularity`);
}

/** What a new repository draws from. */
interface Draws {
  readonly popular: Unit;
  readonly kind: Unit;
  readonly owner: Unit;
  readonly age: Unit;
  readonly rare: Unit;
  readonly total: Unit;
  readonly likes: Unit;
}

/** Repositories that there are before the first snapshot. */
export function settle(of: Population, count: number, first: Moment, owners: Owners, seed: number): void {
  const draws = drawsOf(of, seed);
  const month = first.committed - 30 * daySeconds;
  for (let i = 0; i < count; i++) {
    const created = createdBefore(first, draws, i);
    put(of, i, created, owners, draws, created > month ? "new" : "old");
    of.modified[i] = Math.floor(created + draws.total(i) ** 2 * (first.committed - 600 - created));
  }
  of.size = count;
}

/** Repositories that are created between two snapshots; some take the name of a deleted one, some are not public yet. */
export function bear(of: Population, count: number, before: Moment, now: Moment, owners: Owners, seed: number): void {
  const draws = drawsOf(of, seed);
  const usable = of.freed.filter((i) => draws.popular(i) < 0.9 && draws.rare(i) > 0.02);
  const start = of.size;
  of.size = Math.min(start + count, of.status.length);
  for (let i = start; i < of.size; i++) {
    put(of, i, within(before, now, draws.age(i)), owners, draws, "new");
    of.modified[i] = at(of.created, i);
    const free = draws.rare(i) > 0.98 ? usable.pop() : undefined;
    if (free !== undefined) inherit(of, i, free);
  }
  of.freed.length = 0;
}

/** The month's births for a number of listed repositories. */
export function birthsIn(size: number, before: Moment, now: Moment): number {
  return Math.ceil((size * 0.03 * (now.day - before.day)) / 30);
}

function put(of: Population, i: number, created: number, owners: Owners, draws: Draws, age: "new" | "old"): void {
  const popular = draws.popular(i);
  const less = of.kind === "dataset" ? 0.3 : 1;
  of.owner[i] = owners.drawn(popular, draws.kind(i), draws.owner(i));
  of.created[i] = draws.rare(i) > 0.0003 && draws.rare(i) < 0.0006 ? Number.NaN : created;
  of.downloads[i] = drawn(sample.downloads, popular, less);
  of.total[i] = Math.max(
    at(of.downloads, i),
    age === "new" ? 0 : drawn(sample.downloadsAllTime, near(popular, 0.12, draws.total(i)), less),
  );
  of.likes[i] = drawn(sample.likes, near(popular, 0.25, draws.likes(i)), age === "new" ? 0.2 : 1);
  of.status[i] = draws.rare(i) > 0.001 && draws.rare(i) < 0.006 ? status.hidden : status.listed;
}

function drawn(from: Quantiles, unit: number, scale: number): number {
  return Math.floor(atQuantile(from, unit) * scale);
}

function createdBefore(first: Moment, draws: Draws, i: number): number {
  if (draws.age(i) > 1 - sample.sample.floored / sample.sample.rows) return floorSecond + (i % 3 === 0 ? 1 : 0);
  const age = atQuantile(sample.age, draws.age(i)) + draws.kind(i);
  return Math.max(floorSecond, Math.floor(first.committed - 600 - age * daySeconds));
}

function inherit(of: Population, i: number, from: number): void {
  of.namesake.set(i, of.namesake.get(from) ?? from);
  of.owner[i] = at(of.owner, from);
  of.version[i] = at(of.version, from);
  of.flipped[i] = at(of.flipped, from);
}

function drawsOf({ kind }: Population, seed: number): Draws {
  const unit = (name: string) => stream(seed, `${kind} ${name}`);
  return {
    popular: popularity(kind, seed),
    kind: unit("owner kind"),
    owner: unit("owner"),
    age: unit("age"),
    rare: unit("rare"),
    total: unit("total"),
    likes: unit("likes"),
  };
}
