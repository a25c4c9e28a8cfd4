import type { Moment } from "../../parts/calendar.ts";
import type { Columns, Shelf } from "../columns.ts";
import type { Cell, Statistics } from "../facts.ts";
import { Matches } from "../matches.ts";
import { type Placed, places } from "../places.ts";

/** Places to which the first of every pair of snapshots are told, those whose names are, and for how many pairs. */
const [depth, named, pairs] = [60, 3, 12];

const ranks = ["like_rank", "download_rank", "gain_rank"];
const gained = ["likes_gained", "downloads_30d", "downloads_gained"];

/** Likes and downloads gained, and downloads, of the models of a snapshot. */
type Gained = readonly [likes: Float64Array, downloads: Float64Array, more: Float64Array];

/** The models that gained most likes or downloads between neighbouring snapshots, or have most downloads. */
export function gains(listed: Shelf, capacity: number, names: boolean, id: (index: number) => string): Statistics {
  const matches = new Matches(capacity, names);
  const before = new Int32Array(capacity);
  const [first, known]: [Cell[][], Cell[][]] = [[], []];
  let moment: Moment | undefined;
  return {
    begin: (now) => {
      moment = now;
      matches.begin(now);
      before.fill(-1);
    },
    model: (row) => {
      before[row.index] = matches.match(row)?.index ?? -1;
    },
    end: () => {
      const { past } = listed;
      const days = [matches.past?.moment.observedOn ?? "", moment?.observedOn ?? ""];
      matches.end();
      if (past === undefined) return;
      for (const matched of [true, false]) {
        const found = gainedSince(listed.now, past, before, matched);
        const leaders = places(found, depth, id);
        const scope = [matched, ranked(found[0])];
        for (const one of leaders) first.push([...days, ...scope, ...one.ranks, ...cells(found, one)]);
        if (matched && (moment?.left ?? 0) < pairs)
          for (const one of leaders.filter(near))
            known.push([...days, id(one.index), ...one.ranks, ...cells(found, one), null]);
      }
    },
    tables: () => [
      {
        name: "attention/gain-ranks",
        key: ["day_before", "observed_on", "matched", "like_rank"],
        columns: ["day_before", "observed_on", "matched", "models", ...ranks, ...gained],
        rows: first,
      },
      {
        name: "attention/gainers",
        key: ["day_before", "observed_on", "repo"],
        columns: ["day_before", "observed_on", "repo", ...ranks, ...gained, "discussions_gained"],
        rows: known,
      },
    ],
  };
}

/** What the models of a snapshot gained; those that the one before lacks gain all that they have, or are left out. */
function gainedSince(now: Columns, past: Columns, before: Int32Array, matched: boolean): Gained {
  const less = (column: "likes" | "downloads") =>
    now[column].map((value, i) => {
      const from = before[i] ?? -1;
      if (from < 0) return matched ? Number.NaN : value;
      return value - (past[column][from] ?? Number.NaN);
    });
  const downloads = now.downloads.map((value, i) => (matched && (before[i] ?? -1) < 0 ? Number.NaN : value));
  return [less("likes"), downloads, less("downloads")];
}

function ranked(values: Float64Array): number {
  return values.reduce((count, value) => count + Number(!Number.isNaN(value)), 0);
}

function near({ ranks: [like, , gain] }: Placed): boolean {
  return (like ?? Number.POSITIVE_INFINITY) <= named || (gain ?? Number.POSITIVE_INFINITY) <= named;
}

function cells(found: Gained, { index }: Placed): Cell[] {
  return found.map((column) => column[index] ?? null);
}
