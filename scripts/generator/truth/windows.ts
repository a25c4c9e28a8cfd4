import type { Moment } from "../parts/calendar.ts";
import { isoDay } from "./dates.ts";
import type { ModelFacts, Statistics } from "./facts.ts";
import { type Match, Matches } from "./matches.ts";
import { Tally } from "./tally.ts";

/** What a model did between two snapshots; downloads null if unknown. */
interface Step {
  readonly downloads: number | null;
  readonly created: number;
  readonly reappeared: number;
  readonly reset: number;
  readonly fell: number;
}

const none = { created: 0, reappeared: 0, reset: 0, fell: 0 };
const yearDays = 365;

/** Downloads between neighbouring snapshots, and which models came and went. */
export function windows(capacity: number, names: boolean): Statistics {
  const tally = new Tally(
    "hub-windows",
    ["window_from", "observed_on", "owner"],
    [
      "models",
      "downloads",
      "first_year_downloads",
      "first_year_downloads_most",
      "created",
      "reappeared",
      "resets",
      "fell",
      "unknown",
    ],
  );
  const flows = new Tally(
    "hub-flows",
    ["window_from", "observed_on"],
    ["before", "after", "created", "reappeared", "vanished", "renamed", "resets"],
  );
  const matches = new Matches(capacity, names);
  let now: Moment | undefined;
  let matched = 0;
  return {
    begin: (moment) => {
      now = moment;
      matched = 0;
      matches.begin(moment);
    },
    model: (row) => {
      const match = matches.match(row);
      const before = matches.past?.moment;
      if (!before || !now) return;
      if (match) matched += 1;
      const step = match ? since(match, row) : arrival(before, row);
      const year = firstYear(step.downloads, row.createdOn, before, now);
      const days = [before.observedOn, now.observedOn];
      const { created, reappeared, reset, fell } = step;
      tally.add(
        [...days, row.owner.registered],
        [1, step.downloads, ...year, created, reappeared, reset, fell, Number(step.downloads === null)],
      );
      const renamed = matches.byId ? Number(match !== undefined && row.renamed) : null;
      flows.add(days, [0, 1, created, reappeared, 0, renamed, reset]);
    },
    end: () => {
      const past = matches.past;
      if (past && now)
        flows.add([past.moment.observedOn, now.observedOn], [past.rows, 0, 0, 0, past.rows - matched, null, 0]);
      matches.end();
    },
    tables: () => [tally.table(), flows.table()],
  };
}

function since({ total }: Match, { downloadsAllTime }: ModelFacts): Step {
  if (total === null || downloadsAllTime === null) return { ...none, downloads: null };
  if (downloadsAllTime >= total) return { ...none, downloads: downloadsAllTime - total };
  return { ...none, downloads: 0, reset: 1, fell: total - downloadsAllTime };
}

function arrival(before: Moment, { createdOn, downloadsAllTime }: ModelFacts): Step {
  const created = createdOn !== null && isoDay(createdOn) >= before.observedOn;
  return created ? { ...none, created: 1, downloads: downloadsAllTime } : { ...none, reappeared: 1, downloads: null };
}

function firstYear(downloads: number | null, createdOn: number | null, before: Moment, now: Moment): (number | null)[] {
  if (downloads === null) return [null, null];
  const end = createdOn === null ? Number.NEGATIVE_INFINITY : createdOn + yearDays;
  return [now.day <= end ? downloads : 0, before.day < end ? downloads : 0];
}
