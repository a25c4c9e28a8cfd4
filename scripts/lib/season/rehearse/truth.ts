import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import { type DeclaredTable, declaredTables } from "../../declared.ts";
import { readManifest } from "../../manifest.ts";
import type { Paths } from "../../paths.ts";
import { type Truth, truthOf, untrue } from "../../truth.ts";

/** What a rehearsal's tables were held against, and where they differ. */
export interface TruthReport {
  /** Tables that stand on the generated Hub: of how many the generator told the truth, and which it says nothing of. */
  readonly compared: number;
  readonly untold: readonly string[];
  /** Tables of other sources: how many have the rows of the edition before. */
  readonly same: number;
  /** Tables of sources that the rehearsal itself made otherwise: they are held against nothing. */
  readonly apart: readonly string[];
  /** One line for each table that is not what it must be. */
  readonly differences: readonly string[];
}

/** What became of one table. */
interface Held {
  readonly path: string;
  readonly of: "truth" | "before";
  /** Null: nothing to hold it against; empty: equal. */
  readonly difference: string | null;
}

/** Where things to compare are. */
export interface Ground {
  readonly paths: Paths;
  readonly edition: Edition;
  /** Id of the edition whose committed tables other sources must give again. */
  readonly before: string;
  /** Folder of the generated Hub. */
  readonly generated: string;
  /** Id of the source that its snapshots belong to, and all that were made up. */
  readonly hub: string;
  /** Days of its snapshots. */
  readonly days: readonly string[];
  readonly madeUp: readonly string[];
}

/** Holds every evidence table of a rehearsal against the generator's truth, or against the edition before. */
export async function holdTruth(ground: Ground): Promise<TruthReport> {
  const { paths, edition, generated, hub, madeUp } = ground;
  const truth = truthOf(generated);
  const all = await declaredTables(paths.analyses, edition);
  const held = await Promise.all(
    all.map((table) => {
      const { sources } = table.schema;
      if (sources.includes(hub)) return againstTruth(table, truth, ground);
      return sources.some((id) => madeUp.includes(id)) ? apart(table) : againstBefore(table, ground);
    }),
  );
  const of = (what: Held["of"]) => held.filter((one) => one.of === what);
  const without = (what: Held["of"]) =>
    of(what).flatMap(({ path, difference }) => (difference === null ? [nameOf(path)] : []));
  return {
    ...{ untold: without("truth"), apart: without("before") },
    ...{ compared: of("truth").length - without("truth").length, same: of("before").length - without("before").length },
    differences: held.flatMap(({ difference }) => difference || []),
  };
}

/** Place of a table without its ending. */
function nameOf(path: string): string {
  return path.replace(/\.arrow$/, "");
}

function apart({ path }: DeclaredTable): Held {
  return { path, of: "before", difference: null };
}

async function againstTruth({ path, schema }: DeclaredTable, truth: Truth, ground: Ground): Promise<Held> {
  const own = truth[nameOf(path)] ?? truth[schema.name];
  if (own === undefined) return { path, of: "truth", difference: null };
  const rows = await rowsOf({ path, schema }, ground.edition.id, ground.paths);
  const ofHub = rows.filter((row) => isOf(ground)(row));
  const others = rows.filter((row) => !isOf(ground)(row));
  const found = untrue(nameOf(path), ofHub, own, Object.keys(schema.columns));
  return { path, of: "truth", difference: found ?? (await otherRows({ path, schema }, others, ground)) };
}

type Fields = Readonly<Record<string, unknown>>;

/** Whether a row is of the generated snapshots: by its source, else by its day; all are where rows have neither. */
function isOf({ hub, days }: Ground): (row: Fields) => boolean {
  return ({ source, observed_on: on }) =>
    source === undefined ? on === undefined || days.includes(String(on)) : source === hub;
}

/** Rows of other sources in a table of the Hub: those that the edition before has of the same sources and days. */
async function otherRows(table: Pick<DeclaredTable, "path" | "schema">, rows: readonly Fields[], ground: Ground) {
  if (rows.length === 0) return "";
  const from = (row: Fields): string => `${row.source} ${row.observed_on}`;
  const known = new Set(rows.map(from));
  const before: readonly Fields[] = await rowsOf(table, ground.before, ground.paths);
  const was = before.filter((row) => known.has(from(row)));
  const same = JSON.stringify(rows) === JSON.stringify(was);
  const counts = `${rows.length} rows of other sources, ${was.length} in ${ground.before}`;
  return same ? "" : `${nameOf(table.path)}: ${counts}, or not the same`;
}

async function againstBefore({ path, schema }: DeclaredTable, { paths, edition, before }: Ground): Promise<Held> {
  const manifest = await readManifest(join(paths.tables, before));
  if (manifest?.tables.some((one) => one.path === path) !== true) return apart({ path, schema, analysis: "" });
  const [now, was] = await Promise.all([edition.id, before].map((id) => rowsOf({ path, schema }, id, paths)));
  const equal = JSON.stringify(now) === JSON.stringify(was);
  return { path, of: "before", difference: equal ? "" : `${nameOf(path)}: other rows than those of ${before}` };
}

async function rowsOf({ path, schema }: Pick<DeclaredTable, "path" | "schema">, edition: string, { tables }: Paths) {
  return decodeEvidence(await readFile(join(tables, edition, path)), schema).rows;
}

/** The report in a few lines; the first says how many tables of how many are what they must be. */
export function truthLines({ compared, untold, same, apart: other, differences }: TruthReport): string[] {
  const wrong = differences.length;
  const told = compared + same;
  return [
    `truth: ${told - wrong} of ${told} tables equal: ${compared} that stand on the Hub against what the generator counted, ${same} of other sources against the edition before`,
    ...(untold.length === 0
      ? []
      : [`the generator says nothing of ${untold.length} that stand on the Hub: ${untold.join(", ")}`]),
    ...(other.length === 0 ? [] : [`held against nothing, since their sources were made up too: ${other.join(", ")}`]),
    ...differences,
  ];
}
