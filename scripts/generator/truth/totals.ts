import type { Moment } from "../parts/calendar.ts";
import type { DatasetFacts, ModelFacts, RepoFacts, Statistics } from "./facts.ts";
import { Firsts, Tally } from "./tally.ts";

/** Totals of the Hub, and of its registered owners. */
export function totals(): Statistics {
  const all = new Tally(
    "hub-totals",
    ["observed_on", "kind"],
    ["repositories", "owners", "downloaded", "downloads_30d", "downloads_all_time", "likes", "dated", "floored"],
  );
  const byOwner = new Tally(
    "hub-owners",
    ["observed_on", "kind", "owner"],
    ["owners", "repositories", "downloads_30d", "downloads_all_time", "likes"],
  );
  const owners = new Firsts();
  let day = "";
  const add = (row: RepoFacts) => {
    const { kind, owner, downloads, downloadsAllTime, likes } = row;
    const first = owners.first(kind, owner.key);
    const flags = [row.createdOn !== null, row.atFloor === true].map(Number);
    all.add([day, kind], [1, first, Number(downloads > 0), downloads, downloadsAllTime, likes, ...flags]);
    byOwner.add([day, kind, owner.registered], [first, 1, downloads, downloadsAllTime, likes]);
  };
  return {
    begin(moment: Moment) {
      day = moment.observedOn;
      owners.forget();
    },
    model: (row: ModelFacts) => add(row),
    dataset: (row: DatasetFacts) => add(row),
    tables: () => [all.table(), byOwner.table(), { ...all.table(), name: "scale/totals" }],
  };
}
