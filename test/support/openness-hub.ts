import analysis from "#analyses/openness/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate, type Material } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import type { Load } from "#loaders/engine/canonical.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { codeOf } from "#site/lib/code.ts";
import { type EvidenceRows, evidenceOf } from "#test/support/hub.ts";
import { committed } from "#test/support/openness.ts";

/** What an edition pins that has the complete Hub and all other evidence. */
const pinned = ["hub", "hub-stats-sample", "radar", "model-cards-2022", "dataset-cards-2023", "epoch-models"];

/** The chapter on the complete Hub. */
export const onHub: Analysis = standingFor(analysis as unknown as Analysis, pinned);

/** Its evidence tables that stand on the Hub. */
export const hubTables: readonly EvidenceSchema[] = Object.values(onHub.tables).filter(({ sources }) =>
  sources.includes("hub"),
);

/** These tables over loads, by name. */
export async function reduced(
  loads: readonly Load[],
  reference: Pick<Reference, "owners" | "renames" | "corrections">,
): Promise<Readonly<Record<string, EvidenceRows>>> {
  return Object.fromEntries(await evidenceOf(loads, hubTables, reference));
}

/** The chapter on these rows and, for all other tables, on what is committed. */
export function evaluated(rows: Readonly<Record<string, EvidenceRows>>, reference: Reference): Chapter {
  const all = { ...committed(), ...rows } as Material["rows"];
  return evaluate(onHub, { rows: all, reference, needed: {}, sources: codeOf("openness") });
}
