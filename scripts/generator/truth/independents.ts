import { isoDay } from "./dates.ts";
import type { ModelFacts, Statistics } from "./facts.ts";
import { Tally } from "./tally.ts";

const nameless = "(none)";
const source = "hub";

/** Who publishes: models by owner and year of creation, and derived models of the newest snapshot by owner and relation. */
export function independents(): Statistics {
  const listed = new Tally(
    "independents/listed-owners",
    ["source", "observed_on", "created_year", "owner"],
    ["namespaces", "models", "downloads_30d"],
  );
  const firsts = firstYears();
  const derived = derivedOwners();
  let day = "";
  return {
    begin: ({ observedOn }) => {
      day = observedOn;
    },
    model: (row) => {
      const owner = ownerOf(row);
      firsts.see(row, owner);
      listed.add([source, day, yearOf(row.createdOn), owner], [0, 1, row.downloads]);
      derived.see(row, day);
    },
    end: () => firsts.each((year, owner) => listed.add([source, day, year, owner], [1, 0, 0])),
    tables: () => [listed.table(), derived.table()],
  };
}

/** The year in which each namespace created its earliest model: unknown days come last. */
function firstYears() {
  const days = new Map<number, number>();
  const owners = new Map<number, string>();
  return {
    see: ({ owner: { key }, createdOn }: ModelFacts, owner: string) => {
      days.set(key, Math.min(days.get(key) ?? Number.POSITIVE_INFINITY, createdOn ?? Number.POSITIVE_INFINITY));
      owners.set(key, owner);
    },
    each: (found: (year: number | null, owner: string) => void) => {
      for (const [key, first] of days) found(yearOf(Number.isFinite(first) ? first : null), owners.get(key) ?? "");
      days.clear();
      owners.clear();
    },
  };
}

/** Derived models of the newest snapshot that has any; each counts once. */
function derivedOwners() {
  const made = () =>
    new Tally("independents/derived-owners", ["observed_on", "relation", "owner", "own"], ["models", "downloads_30d"]);
  let tally = made();
  let newest = "";
  return {
    see: ({ bases, owner, relation, downloads }: ModelFacts, day: string) => {
      if (bases.length === 0) return;
      if (day !== newest) tally = made();
      newest = day;
      const own = bases.every((base) => base.owner.key === owner.key);
      tally.add([day, relation, owner.registered, own], [1, downloads]);
    },
    table: () => tally.table(),
  };
}

function ownerOf({ id, owner }: ModelFacts): string {
  return id.includes("/") ? owner.registered : nameless;
}

function yearOf(day: number | null): number | null {
  return day === null ? null : Number(isoDay(day).slice(0, 4));
}
