import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Curated } from "./curated.ts";
import { type HubOptions, settled } from "./options.ts";
import { momentsOf } from "./parts/calendar.ts";
import { stream } from "./parts/draw.ts";
import { datasetRows } from "./rows-datasets.ts";
import { modelRows } from "./rows-models.ts";
import { paperRows } from "./rows-papers.ts";
import { writeSnapshot } from "./snapshot.ts";
import type { TruthTable } from "./truth/facts.ts";
import { statistics } from "./truth/truth.ts";
import { advance, begin } from "./world.ts";
import { writer } from "./write/parquet.ts";
import { writeTruth } from "./write/truth-file.ts";

/** Told of the steps of a generation. */
export interface Steps {
  start(total: number): void;
  step(label: string): void;
  stop(): void;
}

/** What was generated. */
export interface GeneratedHub {
  /** Labels (folders) of the snapshots, in order of time. */
  readonly labels: readonly string[];
  /** ISO day of each. */
  readonly days: readonly string[];
  readonly models: number;
  readonly datasets: number;
  readonly tables: readonly TruthTable[];
}

/** Ranks of popularity up to which models are followed for the table of the most downloaded. */
const leaders = 20_000;

/** Generates a Hub into a folder that is missing or empty; throws if it is not, and leaves nothing behind if it fails. */
export async function generateHub(options: HubOptions, folder: string, steps?: Steps): Promise<GeneratedHub> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty; name a folder that is, or remove what it holds`);
  const partial = join(dirname(folder), `.${basename(folder)}.partial`);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    const hub = await generate(options, partial, steps);
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(partial, folder);
    return hub;
  } finally {
    rmSync(partial, { recursive: true, force: true });
    steps?.stop();
  }
}

async function generate(options: HubOptions, folder: string, steps?: Steps): Promise<GeneratedHub> {
  const all = settled(options);
  const moments = momentsOf(all);
  const [first, last] = [moments[0], moments.at(-1)];
  if (!first || !last) throw new Error("a Hub needs a snapshot");
  steps?.start(moments.length * 3 + 1);
  const world = begin(all, moments);
  const curated = new Curated(world.models, world.modelIds, world.owners, all.seed);
  const popular = stream(all.seed, "model popularity");
  const told = statistics({
    capacity: world.models.status.length,
    names: all.withoutIds.length > 0,
    mayLead: (i) => popular(i) >= 1 - leaders / all.models,
    last: moments.length - 1,
    id: (i) => world.modelIds.now(i).id,
  });
  const rows = {
    models: modelRows(world, curated, all.papers, all.seed),
    datasets: datasetRows(world, all.papers, all.seed),
    papers: paperRows(all.papers, first, all.seed),
  };
  const connection = await writer(all, folder);
  try {
    for (const [n, moment] of moments.entries()) {
      advance(world, all, moment, moments[n - 1]);
      await writeSnapshot({ world, rows, told, connection, options: all, moment, folder, steps });
    }
  } finally {
    connection.closeSync();
  }
  const tables = [...told.flatMap((statistic) => statistic.tables()), curated.table(last.observedOn)];
  writeTruth(join(folder, "truth.json"), options, tables);
  writeFileSync(join(folder, "curated.json"), `${JSON.stringify(curated.list(), null, 1)}\n`);
  steps?.step("truth.json");
  return {
    labels: moments.map(({ label }) => label),
    days: all.days,
    models: world.models.size,
    datasets: world.datasets.size,
    tables,
  };
}
