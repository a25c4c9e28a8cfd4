import type { BaseFacts, ModelFacts, Statistics } from "./facts.ts";
import { Tally } from "./tally.ts";

/** Models by whose models they are made from; a model counts once in each row. */
export function derivatives(): Statistics {
  const key = ["observed_on", "base_owner", "relation", "same_owner"];
  const tally = new Tally("hub-derivatives", key, ["models", "downloads_30d"]);
  let day = "";
  return {
    begin: (moment) => {
      day = moment.observedOn;
    },
    model: (row) => {
      for (const base of distinctOwners(row))
        tally.add([day, base.owner.registered, row.relation, isOwn(row, base)], [1, row.downloads]);
    },
    tables: () => [tally.table()],
  };
}

/** One base for each row of the table that the model counts in. */
function distinctOwners(row: ModelFacts): readonly BaseFacts[] {
  if (row.bases.length < 2) return row.bases;
  return [...new Map(row.bases.map((base) => [`${base.owner.registered} ${isOwn(row, base)}`, base])).values()];
}

function isOwn({ owner }: ModelFacts, base: BaseFacts): boolean {
  return base.owner.key === owner.key;
}
