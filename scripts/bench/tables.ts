import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openEngine } from "#loaders/engine/engine.ts";
import { readReference } from "#loaders/reference.ts";
import { DataError, raise } from "#loaders/schema/errors.ts";
import { literal } from "#loaders/schema/loader.ts";
import { generateHub } from "../generator/hub.ts";
import { pathsAt } from "../lib/paths.ts";

/** What one run measured. */
interface Measured {
  /** Seconds from opening the engine to the last row, or the last encoded byte. */
  readonly seconds: number;
  /** Largest resident memory of the process, in GB of 10^9 bytes. */
  readonly peak: number;
  /** Hash of the rows of each table. */
  readonly digests: Readonly<Record<string, string>>;
}

/** One line of the printed table. */
export type BenchLine = Readonly<Record<string, string | number>>;

const codecs = ["zstd", "snappy"] as const;
const names = ["models", "datasets", "daily_papers"] as const;
const [earlier, day] = ["2026-04-20", "2026-05-20"] as const;

/** Size, in models, at which two snapshots are measured too: windows between snapshots need both. */
const paired = 3_000_000;

/**
 * Evidence tables of generated Hubs, by the pipeline and by bare DuckDB, each in a process of its own, in turn; throws if
 * the two do not give the same rows.
 */
export async function benchTables(sizes: readonly number[], runs: number, cache: string): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  for (const models of sizes)
    for (const codec of codecs) {
      const hub = await hubOf(models, codec, cache);
      const series = models === paired ? [[hub], [await monthBefore(hub, codec), hub]] : [[hub]];
      for (const dirs of series) lines.push(lineOf(models, codec, dirs, measure(dirs, runs)));
    }
  return lines;
}

/** The folder of the only snapshot of a generated Hub, made once; the other codec holds the same rows in the same order. */
async function hubOf(models: number, codec: (typeof codecs)[number], cache: string): Promise<string> {
  const dir = join(cache, `hub-${models}-${codec}`, day);
  if (existsSync(dir)) return dir;
  process.stderr.write(`generating ${models} models, ${codec}\n`);
  if (codec === "snappy") await encoded(join(cache, `hub-${models}-zstd`, day), dir);
  else await generated(models, join(cache, `hub-${models}-zstd`));
  return dir;
}

/** Generates a Hub of one day. */
export async function generated(models: number, dir: string): Promise<void> {
  await mkdir(dirname(dir), { recursive: true });
  const { owners } = await readReference(pathsAt().reference);
  const registry = owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));
  await generateHub({ models, days: [day], seed: 1, owners: registry }, dir);
}

async function encoded(from: string, to: string): Promise<void> {
  await copied(from, to, "snappy", (_name, rows) => `FROM ${rows}`);
}

/** The same Hub a month before: without what came since, with counters as they were, some names and some counters other. */
async function monthBefore(hub: string, codec: (typeof codecs)[number]): Promise<string> {
  const dir = join(dirname(hub), earlier);
  if (existsSync(dir)) return dir;
  const changes = `
    id || CASE WHEN hash(_id) % 300 = 0 THEN '-first' ELSE '' END AS id,
    CASE WHEN hash(_id) % 1300 = 1 THEN downloadsAllTime + 5 ELSE downloadsAllTime - downloads END AS downloadsAllTime`;
  const before = (rows: string) =>
    `SELECT * REPLACE (${changes}) FROM ${rows} WHERE createdAt < TIMESTAMP '${earlier}' AND hash(_id) % 500 <> 2`;
  await copied(hub, dir, codec, (name, rows) => (name === "daily_papers" ? `FROM ${rows}` : before(rows)));
  return dir;
}

/** Writes the files of a snapshot anew, whole or not at all. */
async function copied(
  from: string,
  to: string,
  codec: (typeof codecs)[number],
  query: (name: (typeof names)[number], rows: string) => string,
): Promise<void> {
  const [engine, partial] = [await openEngine(), `${to}.partial`];
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  for (const name of names) {
    const [old, fresh] = [join(from, `${name}.parquet`), join(partial, `${name}.parquet`)].map(literal);
    await engine.run(
      `COPY (${query(name, `read_parquet(${old})`)}) TO ${fresh} (FORMAT parquet, COMPRESSION ${codec}, KV_METADATA {generated: 'bench'})`,
    );
  }
  engine.close();
  await rename(partial, to);
}

function measure(dirs: readonly string[], runs: number): Readonly<Record<"bare" | "pipeline", Measured>> {
  const all = Array.from({ length: runs }, () => ({ bare: run("bare", dirs), pipeline: run("pipeline", dirs) }));
  const fastest = (way: "bare" | "pipeline"): Measured => ({
    seconds: Math.min(...all.map((one) => one[way].seconds)),
    peak: Math.max(...all.map((one) => one[way].peak)),
    digests: all[0]?.[way].digests ?? {},
  });
  const [bare, pipeline] = [fastest("bare"), fastest("pipeline")];
  const tables = new Set([...Object.keys(bare.digests), ...Object.keys(pipeline.digests)]);
  const other = [...tables].filter((name) => bare.digests[name] !== pipeline.digests[name]);
  raise(
    `bench tables on ${dirs.join(", ")}`,
    other.map((name) => `${name}: bare DuckDB and the pipeline give other rows; one of them is wrong`),
  );
  return { bare, pipeline };
}

function run(way: "bare" | "pipeline", dirs: readonly string[]): Measured {
  const child = spawnSync(process.execPath, [join(import.meta.dirname, "one.ts"), way, ...dirs], { encoding: "utf8" });
  if (child.status !== 0) throw new DataError(`bench ${way}`, [child.stderr.trim()]);
  return JSON.parse(child.stdout);
}

function lineOf(
  models: number,
  codec: string,
  dirs: readonly string[],
  { bare, pipeline }: Readonly<Record<"bare" | "pipeline", Measured>>,
): BenchLine {
  const bytes = dirs.flatMap((dir) => names.map((table) => statSync(join(dir, `${table}.parquet`)).size));
  return {
    models: models.toLocaleString("en"),
    codec,
    snapshots: dirs.length,
    tables: Object.keys(pipeline.digests).length,
    "files, GB": (bytes.reduce((a, b) => a + b) / 1e9).toFixed(2),
    "bare DuckDB, s": bare.seconds.toFixed(1),
    "evidence tables, s": pipeline.seconds.toFixed(1),
    ratio: (pipeline.seconds / bare.seconds).toFixed(2),
    "s for a million models": ((pipeline.seconds / models / dirs.length) * 1e6).toFixed(1),
    "peak, GB": pipeline.peak.toFixed(2),
    "peak of bare, GB": bare.peak.toFixed(2),
  };
}
