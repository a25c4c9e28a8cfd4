import { randomLcg, randomLogNormal } from "d3";
import { daySeconds, type Moment } from "./calendar.ts";
import { stream } from "./draw.ts";
import type { Owners } from "./owners.ts";
import { at, change, type Population, status } from "./population.ts";

/** One all-time counter in so many falls in a step; a rule of the pipeline refuses more than one in a thousand. */
const fallsEvery = 1300;

/** Lets the time between two snapshots pass for every repository that was listed or hidden before. */
export function pass(of: Population, before: Moment, now: Moment, owners: Owners, seed: number): void {
  const event = stream(seed, `${of.kind} event ${now.number}`);
  const detail = stream(seed, `${of.kind} detail ${now.number}`);
  const healed = of.lost;
  of.lost = new Map();
  of.changed.fill(0);
  const [grow, falls] = [growth(of, before, now, seed), fallen(of, now, seed)];
  for (let i = 0; i < of.size; i++) {
    const state = at(of.status, i);
    if (state === status.hidden && event(i) < 0.6) of.status[i] = status.listed;
    if (state !== status.listed) continue;
    grow(i);
    happen(of, i, event(i), detail(i), owners);
    if (falls(i)) reset(of, i, detail(i));
    if (detail(i) < 0.05) of.modified[i] = within(before, now, event(i));
  }
  for (const [i, loss] of healed) if (detail(i) < 0.5) of.total[i] = at(of.total, i) + loss;
}

/** A second between two snapshots. */
export function within(before: Moment, now: Moment, unit: number): number {
  return Math.floor(before.committed + unit * (now.committed - 600 - before.committed));
}

function growth(of: Population, before: Moment, now: Moment, seed: number): (i: number) => void {
  const source = randomLcg(stream(seed, `${of.kind} growth`)(now.number));
  const factor = randomLogNormal.source(source)(-0.03, 0.3);
  const dormant = stream(seed, `${of.kind} dormant`);
  const months = (now.committed - before.committed) / daySeconds / 30;
  const fades = fading(of, now, months, seed);
  return (i) => {
    const [change, noise] = [factor(), source()];
    if (dormant(i) < 0.01) return;
    const downloads = Math.floor(at(of.downloads, i) * change * fades(i) + 3 * noise ** 4);
    of.downloads[i] = downloads;
    of.total[i] = Math.max(downloads, at(of.total, i) + Math.round(downloads * months * (0.9 + 0.2 * noise)));
    of.likes[i] = at(of.likes, i) + Math.floor(noise * (1.05 + at(of.likes, i) * 0.03));
  };
}

/** What a step leaves of the downloads of a repository: less of half of those that are younger than a year. */
function fading({ kind, created }: Population, now: Moment, months: number, seed: number): (i: number) => number {
  const lasting = stream(seed, `${kind} lasting`);
  const [youngest, left] = [now.committed - 365 * daySeconds, 0.55 ** months];
  return (i) => (at(created, i) > youngest && lasting(i) < 0.55 ? left : 1);
}

/** Whose counter falls: one in `fallsEvery`, none of the popular ones. */
function fallen({ kind }: Population, now: Moment, seed: number): (i: number) => boolean {
  const popular = stream(seed, `${kind} popularity`);
  const turn = (now.number * 331) % fallsEvery;
  return (i) => i % fallsEvery === turn && popular(i) < 0.8;
}

function happen(of: Population, i: number, event: number, detail: number, owners: Owners): void {
  if (event < 0.004) remove(of, i);
  else if (event < 0.006) of.status[i] = status.hidden;
  else if (event < 0.01) rename(of, i);
  else if (event < 0.0115) of.flipped[i] = 1 - at(of.flipped, i);
  else if (event < 0.0125) move(of, i, owners.drawn(1, detail, detail));
}

function remove(of: Population, i: number): void {
  of.status[i] = status.deleted;
  of.freed.push(i);
}

function rename(of: Population, i: number): void {
  of.version[i] = at(of.version, i) + 1;
  of.changed[i] = change.name;
}

function move(of: Population, i: number, owner: number): void {
  const from = at(of.owner, i);
  if (from === owner) return;
  if (!of.movedFrom.has(i)) of.movedFrom.set(i, from);
  of.owner[i] = owner;
  of.changed[i] = change.owner;
}

function reset(of: Population, i: number, detail: number): void {
  const total = at(of.total, i);
  const left = Math.max(at(of.downloads, i), Math.floor(total * (0.2 + 0.7 * detail)));
  of.total[i] = left;
  of.lost.set(i, total - left);
}
