import type { Moment } from "../parts/calendar.ts";
import type { ModelFacts, Statistics } from "./facts.ts";
import { rounded } from "./models.ts";
import { Tally } from "./tally.ts";

const key = ["observed_on", "parameters", "parameters_from", "active", "mixture", "downloaded"];
const measures = ["models", "downloads_30d", "downloads_all_time"];

/**
 * Sizes of the models of the newest snapshot, by class and owner too.
 *
 * Beside the tables of the chapter: the same apart for models that the curated list holds, and exact sizes of these, for
 * whom other sources can be made up that say something of each of them.
 */
export function sizes(): Statistics {
  const all = new Tally("size/model-sizes", key, measures);
  const apart = new Tally("size/model-sizes-by-list", [...key, "curated"], measures);
  const exact = new Tally("size/curated-exact-sizes", ["observed_on", "parameters"], ["models", "downloads_30d"]);
  const owners = new Tally("size/owner-sizes", ["observed_on", "owner", "size"], ["models", "downloads_30d"]);
  let now: Moment | undefined;
  return {
    begin: (moment) => {
      now = moment;
    },
    model: (row) => {
      if (now === undefined || now.left > 0) return;
      const { size, downloads, downloadsAllTime, curated } = row;
      const [day, counts] = [now.observedOn, [1, downloads]];
      all.add(cells(day, row), [...counts, downloadsAllTime]);
      apart.add([...cells(day, row), curated], [...counts, downloadsAllTime]);
      if (curated) exact.add([day, size.parameters], counts);
      owners.add([day, row.owner.registered, bandOf(size.parameters)], counts);
    },
    tables: () => [all, apart, exact, owners].map((tally) => tally.table()),
  };
}

function cells(day: string, { size, active, mixture, downloads }: ModelFacts) {
  const { parameters, from } = size;
  const fewer = active !== null && parameters !== null && active < parameters ? active : null;
  return [day, rounded(parameters), from, rounded(fewer), mixture, downloads > 0];
}

function bandOf(parameters: number | null): string {
  if (parameters === null) return "unknown";
  if (parameters < 1e9) return "under 1B";
  if (parameters < 10e9) return "1B to 10B";
  return parameters <= 70e9 ? "10B to 70B" : "above 70B";
}
