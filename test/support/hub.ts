import type { HubStanding } from "#kit/hub/standing.ts";
import { hubTables } from "#kit/hub/tables.ts";
import { type Load, loadReference, loadSources, selectSources } from "#loaders/engine/canonical.ts";
import { runEvidence } from "#loaders/engine/evidence.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { withEngine } from "#test/fixtures/query.ts";

/** Rows of an evidence table, as its columns are declared. */
export type EvidenceRows = readonly Readonly<Record<string, unknown>>[];

/** Runs evidence tables over loads, by the names of the tables. */
export function evidenceOf(
  loads: readonly Load[],
  schemas: readonly EvidenceSchema[],
  reference: Pick<Reference, "owners" | "renames" | "corrections"> & Partial<Pick<Reference, "terms" | "families">>,
  threads = 2,
): Promise<Map<string, EvidenceRows>> {
  return withEngine(async (engine) => {
    await loadSources(engine, loads, reference.corrections);
    await loadReference(engine, reference);
    const found = new Map<string, EvidenceRows>();
    for (const schema of schemas) {
      await selectSources(engine, loads, schema.sources);
      found.set(schema.name, await runEvidence(engine, schema));
    }
    return found;
  }, threads);
}

/** Every evidence table that the Hub's files give, on one standing. */
export function hubEvidence(standing: HubStanding): EvidenceSchema[] {
  return hubTables.map((make) => make(standing));
}
