import { daySeconds, floorSecond, type Moment } from "../parts/calendar.ts";
import { nobody } from "../parts/owners.ts";
import type { Shelf } from "./columns.ts";
import type { ModelFacts, Statistics } from "./facts.ts";
import { type Counter, counters, type Space, Spaces } from "./spaces.ts";
import { Tally } from "./tally.ts";

const floorDay = Math.floor(floorSecond / daySeconds);
const yearDays = 365;
/** Whether a model is a year old, by the code that is kept of it. */
const ages = [false, true, null] as const;
const unlisted = -1;

/** Models and namespaces of each snapshot by their downloads, by either counter. */
export function concentration(listed: Shelf, capacity: number): Statistics {
  const models = new Tally(
    "concentration/model-downloads",
    ["observed_on", "counter", "publisher", "year_old", "downloads"],
    ["models"],
  );
  const owners = new Tally(
    "concentration/owner-totals",
    ["observed_on", "counter", "owner", "downloads"],
    ["namespaces", "models"],
  );
  const spaces = new Spaces();
  const [spaceOf, age] = [new Int32Array(capacity), new Uint8Array(capacity)];
  let moment: Moment | undefined;
  const tell = (day: string, counter: Counter, values: Float64Array) => {
    const first = spaces.first(counter);
    spaceOf.forEach((number, i) => {
      const space = spaces.all[number];
      if (space) models.add([day, counter, publisher(space, first), ages[age[i] ?? 2] ?? null, known(values[i])], [1]);
    });
    for (const { registered, downloads, models } of spaces.all)
      owners.add([day, counter, registered, downloads[counter] ?? 0], [1, models]);
  };
  return {
    begin: (now) => {
      moment = now;
      spaces.forget();
      spaceOf.fill(unlisted);
    },
    model: (row) => {
      spaceOf[row.index] = spaces.add(row);
      age[row.index] = ages.indexOf(moment ? yearOld(row, moment.day) : null);
    },
    end: () => {
      const { downloads, total } = listed.now;
      const values = { "30 days": downloads, lifetime: total };
      for (const counter of counters)
        if (spaces.all.some((space) => space.downloads[counter] !== null))
          tell(moment?.observedOn ?? "", counter, values[counter]);
    },
    tables: () => [models.table(), owners.table()],
  };
}

function yearOld({ createdOn, atFloor }: ModelFacts, day: number): boolean | null {
  if (createdOn !== null) return createdOn <= day - yearDays;
  return atFloor === true && floorDay <= day - yearDays ? true : null;
}

function publisher(space: Space, first: Space | undefined): string {
  if (space.name === nobody.name) return "none";
  return space === first ? "first" : "other";
}

function known(value = Number.NaN): number | null {
  return Number.isNaN(value) ? null : value;
}
