import type { Moment } from "../parts/calendar.ts";
import { nobody, type OwnerName } from "../parts/owners.ts";
import { isoDay, monthOf } from "./dates.ts";
import type { Cell, Kind, RepoFacts, Statistics } from "./facts.ts";
import { Tally } from "./tally.ts";

/** Namespaces with the most repositories, and days with the most creations, that are told apart. */
const places = 10;

/** One kind of one snapshot: whose each repository is and when it was created. */
interface Listed {
  readonly owners: number[];
  readonly rows: (readonly [createdOn: number | null, atFloor: boolean])[];
  readonly names: Map<number, OwnerName>;
}

/** Months of creation in the first and the last snapshot, and the busiest days of the last. */
export function scale(last: number): Statistics {
  const key = ["source", "observed_on", "kind", "month", "at_floor"];
  const created = new Tally("scale/created", key, ["repositories", "of_largest", "without_namespace"]);
  const busiest: Cell[][] = [];
  const listed = new Map<Kind, Listed>();
  let now: Moment | undefined;
  const add = ({ kind, owner, createdOn, atFloor }: RepoFacts) => {
    if (now?.number !== 0 && now?.number !== last) return;
    const own: Listed = listed.get(kind) ?? { owners: [], rows: [], names: new Map() };
    listed.set(kind, own);
    own.owners.push(owner.key);
    own.rows.push(dated(createdOn, atFloor === true));
    if (!own.names.has(owner.key)) own.names.set(owner.key, owner);
  };
  return {
    begin: (moment) => {
      now = moment;
    },
    model: add,
    dataset: add,
    end: () => {
      for (const [kind, own] of listed) {
        const place = ["hub", now?.observedOn ?? "", kind];
        months(created, place, own);
        if (now?.number === last) busiest.push(...days(own).map((cells) => [...place, ...cells]));
      }
      listed.clear();
    },
    tables: () => [created.table(), busiestDays(busiest)],
  };
}

const known = new Map<string, readonly [number | null, boolean]>();

/** The same pair for the same day, so that millions of rows share some thousands of them. */
function dated(createdOn: number | null, atFloor: boolean): readonly [number | null, boolean] {
  const key = `${createdOn} ${atFloor}`;
  const pair = known.get(key) ?? [createdOn, atFloor];
  known.set(key, pair);
  return pair;
}

function months(tally: Tally, place: readonly Cell[], { owners, rows, names }: Listed): void {
  const largest = new Set(leading(counted(owners), names).slice(0, places));
  owners.forEach((owner, i) => {
    const [createdOn, atFloor] = rows[i] ?? [null, false];
    const month = createdOn === null ? null : monthOf(createdOn);
    tally.add([...place, month, atFloor], [1, Number(largest.has(owner)), Number(owner === nobody.key)]);
  });
}

/** Owners with a namespace, the one with most first, equal ones by name. */
function leading(counts: ReadonlyMap<number, number>, names: Listed["names"]): number[] {
  const least = [...counts.values()].sort((a, b) => b - a)[places] ?? 0;
  const many = [...counts].filter(([owner, n]) => n >= least && owner !== nobody.key);
  return many.sort(([a, n], [b, m]) => m - n || (nameOf(names, a) < nameOf(names, b) ? -1 : 1)).map(([owner]) => owner);
}

/** Days with most creations: their number, and those of the namespace with the most that day, by name the last of equal ones. */
function days({ owners, rows, names }: Listed): Cell[][] {
  const created = rows.map(([createdOn]) => createdOn);
  const all = [...counted(created.filter((day) => day !== null))];
  return all
    .sort(([a, n], [b, m]) => m - n || a - b)
    .slice(0, places)
    .map(([day, repositories]) => {
      const counts = [...counted(owners.filter((_, i) => created[i] === day))];
      const [most] = counts.sort(([a, n], [b, m]) => m - n || (nameOf(names, a) < nameOf(names, b) ? 1 : -1));
      const [owner = nobody.key, ofFirst = 0] = most ?? [];
      const first = owner === nobody.key ? nobody.name : (names.get(owner)?.registered ?? "");
      return [isoDay(day), repositories, ofFirst, first];
    });
}

function busiestDays(rows: Cell[][]) {
  const key = ["source", "observed_on", "kind", "created_on"];
  return { name: "scale/busiest-days", key, columns: [...key, "repositories", "of_first", "first_owner"], rows };
}

function counted(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function nameOf(names: Listed["names"], owner: number): string {
  return (names.get(owner)?.name ?? "").toLowerCase();
}
