import type { Moment } from "../parts/calendar.ts";
import { unregistered } from "../parts/owners.ts";
import type { Cell, ModelFacts, Statistics } from "./facts.ts";
import { Tally } from "./tally.ts";

/** Downloads of a model from its first full month on. */
interface Path {
  readonly owner: string;
  readonly registered: boolean;
  /** Day and downloads of each snapshot, that of the first full month first. */
  readonly points: { readonly day: number; readonly downloads: number }[];
}

/** Days of the first full month, days to a month that shares none of them, downloads and groups of owners. */
const [month, apart, least, groups] = [30, 28, 100, 100];

/** How models that are created while snapshots are taken keep their downloads; `names` says that some snapshot has no `_id`. */
export function lifetimes(names: boolean): Statistics {
  const paths = new Map<string | number, Path>();
  let [first, before, day, newest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, ""];
  const follow = (row: ModelFacts, born: number) => {
    const known = names ? `${row.id.toLowerCase()} ${born}` : row.index;
    const point = { day, downloads: row.downloads };
    const due = born + month;
    if (due <= day && due > before && row.downloads >= least) paths.set(known, { ...ownerOf(row), points: [point] });
    const path = due <= before ? paths.get(known) : undefined;
    const [start] = path?.points ?? [];
    if (path && start && day >= start.day + apart) path.points.push(point);
  };
  return {
    begin: (moment: Moment) => {
      [before, day, newest] = [day, moment.day, moment.observedOn];
      first = Math.min(first, day);
    },
    model: (row) => {
      if (row.createdOn !== null && row.createdOn >= first) follow(row, row.createdOn);
    },
    tables: () => [kept(newest, [...paths.values()]), spells(newest, [...paths.values()])],
  };
}

function ownerOf({ id, owner }: ModelFacts): Pick<Path, "owner" | "registered"> {
  const registered = owner.registered !== unregistered;
  return {
    owner: registered ? owner.registered : (id.includes("/") ? owner.name : "(none)").toLowerCase(),
    registered,
  };
}

function reachOf(downloads: number): number {
  return downloads >= 10_000 ? 10_000 : downloads >= 1000 ? 1000 : least;
}

function kept(day: string, paths: readonly Path[]) {
  const tally = new Tally("lifetimes/hub-release-months", ["observed_on", "months", "reach", "kept"], ["models"]);
  for (const { points } of paths) {
    const [start, ...later] = points;
    if (!start) continue;
    for (const point of later) {
      const months = Math.round(((point.day - start.day) * 12) / 365.25);
      const part = Math.min(400, Math.round((100 * point.downloads) / start.downloads));
      tally.add([day, months, reachOf(start.downloads), part], [1]);
    }
  }
  return tally.table();
}

function spells(day: string, paths: readonly Path[]) {
  const about = ["observed_on", "author", "reach", "watched_long", "base", "threshold", "held_days", "days", "fell"];
  const tally = new Tally("lifetimes/hub-release-spells", about, ["models"]);
  const author = authorsOf(paths);
  for (const path of paths) {
    const [start] = path.points;
    if (!start || path.points.length < 2) continue;
    for (const base of ["first", "highest"])
      for (const [threshold, times] of [["half", 2] as const, ["tenth", 10] as const])
        tally.add(
          [day, author(path), reachOf(start.downloads), true, base, threshold, ...spell(path, base, times)],
          [1],
        );
  }
  return tally.table();
}

/** Days for which a model is known to hold, days to its end, and whether it fell to a part of its first, or highest, month. */
function spell({ points }: Path, base: string, times: number): Cell[] {
  const [start, ...later] = points;
  if (!start) return [];
  let [most, held] = [start.downloads, start.day];
  for (const { day, downloads } of later) {
    if (downloads * times <= (base === "first" ? start.downloads : most))
      return [held - start.day, day - start.day, true];
    [most, held] = [Math.max(most, downloads), day];
  }
  return [held - start.day, held - start.day, false];
}

/** Registered owners by themselves, all others in groups, dealt in the order of their names. */
function authorsOf(paths: readonly Path[]): (path: Path) => string {
  const others = new Set(paths.filter(({ registered }) => !registered).map(({ owner }) => owner));
  const places = new Map([...others].sort().map((owner, place) => [owner, (place % groups) + 1]));
  return ({ owner, registered }) => (registered ? owner : `(unregistered ${places.get(owner)})`);
}
