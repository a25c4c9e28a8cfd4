import type { Moment } from "../parts/calendar.ts";
import { isoDay } from "./dates.ts";
import type { ModelFacts, Statistics } from "./facts.ts";
import { Firsts, Tally } from "./tally.ts";

/** Downloads by owner and by country, over models with a download. */
export function sovereignty(capacity: number, names: boolean): Statistics {
  const tally = new Tally(
    "owner-downloads",
    ["observed_on", "owner", "in_panel"],
    ["namespaces", "models", "downloads_30d", "curated_models", "curated_downloads_30d", "first_seen"],
  );
  const countries = new Tally(
    "countries",
    ["observed_on", "country"],
    ["models", "downloads_30d", "curated_downloads_30d"],
  );
  const namespaces = new Firsts();
  const debut = debuts(capacity, names);
  let day = "";
  return {
    begin: (moment) => {
      day = moment.observedOn;
      namespaces.forget();
      debut.begin(moment);
    },
    model: (row) => {
      if (row.downloads === 0) return;
      const { owner, downloads } = row;
      const curated = Number(row.curated);
      const key = [day, owner.registered, true];
      tally.add(key, [
        namespaces.first(owner.registered, owner.key),
        1,
        downloads,
        curated,
        curated * downloads,
        debut.of(row),
      ]);
      countries.add([day, owner.country], [1, downloads, curated * downloads]);
    },
    end: debut.end,
    tables: () => [withWindow(tally.table()), countries.table()],
  };
}

/** Whether a model is seen with a download for the first time, of an owner seen before; null in the first snapshot. */
function debuts(capacity: number, names: boolean) {
  const [seen, seenKeys] = [new Uint8Array(capacity), new Set<string>()];
  const owners = new Set<number>();
  const newOwners = new Set<number>();
  let first = true;
  return {
    begin: (moment: Moment) => {
      first = moment.number === 0;
    },
    of: ({ index, id, owner }: ModelFacts): number | null => {
      const fresh = names ? !seenKeys.has(id.toLowerCase()) : seen[index] === 0;
      if (names) seenKeys.add(id.toLowerCase());
      seen[index] = 1;
      newOwners.add(owner.key);
      return first ? null : Number(fresh && owners.has(owner.key));
    },
    end: () => {
      for (const key of newOwners) owners.add(key);
      newOwners.clear();
    },
  };
}

function withWindow(table: ReturnType<Tally["table"]>): ReturnType<Tally["table"]> {
  const rows = table.rows.map((cells) => [...cells.slice(0, 3), windowStart(String(cells[0])), ...cells.slice(3)]);
  return { ...table, columns: [...table.columns.slice(0, 3), "window_start", ...table.columns.slice(3)], rows };
}

function windowStart(observedOn: string): string {
  return isoDay(Date.parse(observedOn) / 86_400_000 - 30);
}
