import { type Load, loadReference, loadSources, selectSources } from "#loaders/engine/canonical.ts";
import { encodeEvidence } from "#loaders/engine/encode.ts";
import { type Engine, openEngine } from "#loaders/engine/engine.ts";
import { runEvidence } from "#loaders/engine/evidence.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import { raise } from "#loaders/schema/errors.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import type { Provenance } from "#loaders/schema/provenance.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { licenceOf, type SourceRecord } from "#loaders/schema/source.ts";
import { type DeclaredTable, schemaHash, sha256, sqlHash } from "./declared.ts";
import { checkNames, checkOwnerShares } from "./gates.ts";
import type { Manifest, ManifestTable } from "./manifest.ts";
import { type Progress, silent } from "./progress.ts";

/** What tables are built from. */
export interface BuildInput {
  readonly edition: Edition;
  readonly tables: readonly DeclaredTable[];
  readonly loads: readonly Load[];
  readonly reference: Reference;
  /** Worker threads of the engine; the bytes do not depend on it. */
  readonly threads: number;
  readonly progress?: Progress;
}

/** One table, encoded. */
export interface BuiltTable {
  readonly entry: ManifestTable;
  readonly bytes: Uint8Array;
}

/** All tables of an edition and their manifest. */
export interface Built {
  readonly manifest: Manifest;
  readonly tables: readonly BuiltTable[];
}

/** Builds every table in memory, in the order given; throws one `DataError` for all gates that do not hold. */
export async function buildTables(input: BuildInput): Promise<Built> {
  const engine = await openEngine({ threads: input.threads });
  const { start, step, stop } = input.progress ?? silent;
  try {
    start(input.tables.length);
    await prepare(engine, input);
    const problems: string[] = [];
    const tables: BuiltTable[] = [];
    for (const table of input.tables) {
      tables.push(await build(engine, table, input, problems));
      step(table.path);
    }
    raise(`tables of ${input.edition.id}`, problems);
    return { manifest: manifestOf(input, tables), tables };
  } finally {
    stop();
    engine.close();
  }
}

async function prepare(engine: Engine, { loads, reference, edition }: BuildInput): Promise<void> {
  await loadSources(engine, loads, reference.corrections);
  await loadReference(engine, reference);
  await selectSources(
    engine,
    loads,
    loads.map(({ loader }) => loader.source),
    edition.as_of,
  );
  const madeUp = loads.filter(({ files }) => files.record.generated).map(({ loader }) => loader.source);
  raise(`registry of owners for ${edition.id}`, await checkOwnerShares(engine, madeUp));
}

async function build(engine: Engine, table: DeclaredTable, input: BuildInput, problems: string[]): Promise<BuiltTable> {
  const { schema, analysis, path } = table;
  const records = recordsOf(schema, input.loads);
  await selectSources(engine, input.loads, schema.sources, input.edition.as_of);
  const rows = await runEvidence(engine, schema);
  problems.push(...checkNames(table, rows, records));
  const described = provenanceOf(table, input.edition, records, daysOf(rows, records, input.edition));
  const provenance: Provenance = isGenerated(schema, input.loads) ? { ...described, generated: true } : described;
  const bytes = encodeEvidence(rows, schema, provenance);
  const { licence, sql_sha256, schema_sha256 } = provenance;
  const sources = records.map(({ id }) => id);
  const entry = { analysis, name: schema.name, path, rows: rows.length, bytes: bytes.length, sha256: sha256(bytes) };
  return { bytes, entry: { ...entry, licence, sources, sql_sha256, schema_sha256 } };
}

function recordsOf({ sources }: EvidenceSchema, loads: readonly Load[]): SourceRecord[] {
  return [...new Set(loads.map(({ files }) => files.record))].filter(({ id }) => sources.includes(id));
}

/** Whether any source of a table, or any of its admitted snapshots, was made up. */
function isGenerated({ sources }: EvidenceSchema, loads: readonly Load[]): boolean {
  const own = loads.map(({ files }) => files).filter(({ record }) => sources.includes(record.id));
  return own.some(({ record, snapshots }) => record.generated || snapshots.some(({ generated }) => generated));
}

function provenanceOf(
  { schema, analysis }: DeclaredTable,
  edition: Edition,
  records: readonly SourceRecord[],
  days: { first: string; last: string },
): Provenance {
  return {
    table: schema.name,
    doc: schema.doc,
    key: [...schema.key],
    edition: edition.id,
    analysis,
    sources: records.map(({ id, revision, licence }) => ({ id, revision, licence: licence.spdx })),
    licence: licenceOf(records),
    population: schema.population,
    complete: schema.complete,
    ...days,
    sql_sha256: sqlHash(schema),
    schema_sha256: schemaHash(schema),
  };
}

/** First and last `observed_on` of the rows, or those of the sources up to the edition's day where a table has none. */
function daysOf(
  rows: readonly Readonly<Record<string, unknown>>[],
  records: readonly SourceRecord[],
  { as_of }: Edition,
) {
  const observed = rows.flatMap(({ observed_on: day }) => (typeof day === "string" ? [day] : []));
  const seen = records.flatMap(({ first, last }) => [first, last < as_of ? last : as_of]);
  const days = observed.length > 0 ? observed : seen;
  const sorted = days.sort();
  return { first: sorted[0] ?? "", last: sorted.at(-1) ?? "" };
}

function manifestOf({ edition, reference }: BuildInput, tables: readonly BuiltTable[]): Manifest {
  return { edition: edition.id, registry_sha256: registryHash(reference), tables: tables.map(({ entry }) => entry) };
}

/** Hash of what evidence queries can see of the registries: the names of owners, the renames, the terms of science, the families of models. */
export function registryHash({ owners, renames, terms, families }: Reference): string {
  const names = owners.map(({ owner }) => owner).sort();
  const pairs = renames.map(({ platform, old, new: later }) => `${platform} ${old} ${later}`).sort();
  const words = terms.map(({ domain, term, use, place }) => `${domain} ${use} ${place} ${term}`).sort();
  const lines = families.map(({ family, owners: of, pattern }) => `${family} ${of} ${pattern}`).sort();
  return sha256(JSON.stringify([names, pairs, words, lines]));
}
