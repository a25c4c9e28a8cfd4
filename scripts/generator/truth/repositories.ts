import { monthOf } from "./dates.ts";
import type { RepoFacts, Statistics } from "./facts.ts";
import { Tally } from "./tally.ts";

/** What is counted of models and datasets alike: months of creation, counters, licences, gates. */
export function repositories(): Statistics {
  const created = new Tally(
    "hub-created",
    ["observed_on", "kind", "month", "at_floor"],
    ["repositories", "downloads_30d", "likes"],
  );
  const counts = new Tally("hub-download-counts", ["observed_on", "kind", "downloads_30d"], ["repositories"]);
  const licences = new Tally(
    "hub-licences",
    ["observed_on", "kind", "licence", "licence_from"],
    ["repositories", "downloads_30d"],
  );
  const gating = new Tally("hub-gating", ["observed_on", "kind", "gated"], ["repositories", "downloads_30d"]);
  let day = "";
  const add = (row: RepoFacts) => {
    const { kind, downloads } = row;
    const month = row.createdOn === null ? null : monthOf(row.createdOn);
    created.add([day, kind, month, row.atFloor], [1, downloads, row.likes]);
    counts.add([day, kind, downloads], [1]);
    licences.add([day, kind, row.licence, row.licenceFrom], [1, downloads]);
    gating.add([day, kind, row.gated], [1, downloads]);
  };
  return {
    begin: (moment) => {
      day = moment.observedOn;
    },
    model: add,
    dataset: add,
    tables: () => [created, counts, licences, gating].map((tally) => tally.table()),
  };
}
