import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Steps } from "./hub.ts";
import type { Settled } from "./options.ts";
import { instant, type Moment } from "./parts/calendar.ts";
import { listing } from "./parts/listing.ts";
import { trendingOf } from "./parts/repos.ts";
import type { datasetRows } from "./rows-datasets.ts";
import type { modelRows } from "./rows-models.ts";
import type { paperRows } from "./rows-papers.ts";
import type { Statistics } from "./truth/facts.ts";
import type { World } from "./world.ts";
import { writeParquet } from "./write/parquet.ts";
import { Pieces } from "./write/pieces.ts";
import { type Column, datasetColumns, modelColumns, paperColumns } from "./write/schemas.ts";

/** What is needed to write one snapshot. */
export interface Job {
  readonly world: World;
  readonly rows: {
    readonly models: ReturnType<typeof modelRows>;
    readonly datasets: ReturnType<typeof datasetRows>;
    readonly papers: ReturnType<typeof paperRows>;
  };
  readonly told: readonly Statistics[];
  readonly connection: DuckDBConnection;
  readonly options: Settled;
  readonly moment: Moment;
  readonly folder: string;
  readonly steps: Steps | undefined;
}

const repository = "hfmlsoc/hub_weekly_snapshots";
const tables = ["models", "datasets", "daily_papers"] as const;
type Table = (typeof tables)[number];

/** Writes the files of a snapshot and tells the statistics of every row. */
export async function writeSnapshot(job: Job): Promise<void> {
  const { told, moment } = job;
  mkdirSync(join(job.folder, moment.label));
  for (const statistic of told) statistic.begin?.(moment);
  await Promise.all([
    write(job, "models", modelColumns(moment.era, moment.ids), models(job)),
    write(job, "datasets", datasetColumns(moment.era, moment.ids), datasets(job)),
    write(job, "daily_papers", paperColumns(), papers(job)),
  ]);
  for (const statistic of told) statistic.end?.();
  writeFileSync(join(job.folder, moment.label, "snapshot.json"), `${JSON.stringify(record(moment), null, 2)}\n`);
}

function* models({ world, rows, told, moment, options }: Job): Generator<object> {
  const trending = trendingOf("model", moment.number, options.seed);
  const row = rows.models(moment, trending);
  for (const i of listing(world.models, moment, trending)) {
    const { cells, facts } = row(i);
    for (const statistic of told) statistic.model?.(facts);
    yield cells;
  }
}

function* datasets({ world, rows, told, moment, options }: Job): Generator<object> {
  const trending = trendingOf("dataset", moment.number, options.seed);
  const row = rows.datasets(moment, trending);
  for (const i of listing(world.datasets, moment, trending)) {
    const { cells, facts } = row(i);
    for (const statistic of told) statistic.dataset?.(facts);
    yield cells;
  }
}

function* papers({ rows, told, moment }: Job): Generator<object> {
  for (const { cells, facts } of rows.papers(moment)) {
    for (const statistic of told) statistic.paper?.(facts);
    yield cells;
  }
}

/** Makes the rows of a table at once, and their Parquet while the rows of the next table are made. */
async function write(
  { connection, options, moment, folder, steps }: Job,
  table: Table,
  columns: Column[],
  rows: Iterable<object>,
): Promise<void> {
  const pieces = new Pieces(folder, table);
  for (const row of rows) pieces.add(row);
  pieces.close();
  await writeParquet(connection, pieces.paths, columns, join(folder, moment.label, `${table}.parquet`), options);
  steps?.step(`${moment.label} ${table}`);
}

function record({ label, revision, committed, observedOn }: Moment): object {
  const url = (table: Table) =>
    `https://huggingface.co/datasets/${repository}/resolve/${revision}/${table}/${label}/${table}.parquet`;
  return {
    source: "hub",
    repository,
    revision,
    label,
    committed_at: instant(committed),
    observed_on: observedOn,
    generated: true,
    files: tables.map((table) => ({ table, path: `${table}.parquet`, url: url(table) })),
  };
}
