import type { Settled } from "./options.ts";
import { bear, birthsIn, settle } from "./parts/births.ts";
import type { Moment } from "./parts/calendar.ts";
import { remembering } from "./parts/draw.ts";
import { pass } from "./parts/evolve.ts";
import { Ids } from "./parts/ids.ts";
import { type DatasetName, datasetNames, type ModelName, modelNames } from "./parts/names.ts";
import { Owners } from "./parts/owners.ts";
import { at, type Population, population } from "./parts/population.ts";
import { relationsOf } from "./parts/relations.ts";
import { show } from "./parts/shown.ts";
import type { Kind } from "./truth/facts.ts";

/** Everything that changes from one snapshot to the next. */
export interface World {
  readonly owners: Owners;
  readonly models: Population;
  readonly datasets: Population;
  readonly modelIds: Ids;
  readonly datasetIds: Ids;
  readonly modelName: (i: number) => ModelName;
  readonly datasetName: (i: number) => DatasetName;
  readonly relation: (i: number) => string | null;
}

/** The Hub as it is at the first snapshot. */
export function begin(options: Settled, moments: readonly Moment[]): World {
  const { seed } = options;
  const owners = new Owners(options.owners, Math.ceil(options.models * 0.27), seed);
  const relation = relationsOf(seed);
  const datasetName = remembering(datasetNames(seed));
  const models = populated("model", options.models, moments, owners, seed);
  const publisher = (i: number): string => {
    const owner = models.movedFrom.get(i) ?? at(models.owner, i);
    return owners.isListed(owner) ? owners.named(owner, "first").registered : "";
  };
  const modelName = remembering(modelNames(seed, relation, publisher));
  const datasets = populated("dataset", options.datasets, moments, owners, seed);
  return {
    owners,
    models,
    datasets,
    modelIds: new Ids(models, owners, (i) => modelName(i).text, seed),
    datasetIds: new Ids(datasets, owners, (i) => datasetName(i).text, seed),
    modelName,
    datasetName,
    relation,
  };
}

/** Brings the Hub to a moment: what happened since the one before, and the counters that it shows. */
export function advance(
  { owners, models, datasets }: World,
  { seed, stalled }: Settled,
  now: Moment,
  before?: Moment,
): void {
  if (before) owners.step(now.number);
  for (const kind of [models, datasets]) {
    const known = kind.status.slice();
    const count = kind.size;
    if (before) pass(kind, before, now, owners, seed);
    if (before) bear(kind, birthsIn(count, before, now), before, now, owners, seed);
    show(kind, now.number, stalled.includes(now.number), known, seed);
  }
}

function populated(kind: Kind, count: number, moments: readonly Moment[], owners: Owners, seed: number): Population {
  const [first] = moments;
  if (!first) throw new Error("a Hub needs a snapshot");
  const capacity = moments.reduce((size, now, i) => size + birthsIn(size, moments[i - 1] ?? now, now), count);
  const of = population(kind, Math.max(1, capacity));
  settle(of, count, first, owners, seed);
  return of;
}
