import { readFileSync } from "node:fs";
import analysis from "#analyses/scale/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate, type Material } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import type { Load } from "#loaders/engine/canonical.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { readReference } from "#loaders/reference.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { codeOf } from "#site/lib/code.ts";
import { type EvidenceRows, evidenceOf } from "#test/support/hub.ts";

export type Rows = Readonly<Record<string, EvidenceRows>>;

const listings = ["dataset-cards-2023", "model-cards-2022"];

/** The chapter on the two complete listings. */
export const onListings: Analysis = standingFor(analysis as unknown as Analysis, listings);

/** The chapter on the complete Hub, with the listings for what is older than its dates. */
export const onHub: Analysis = standingFor(analysis as unknown as Analysis, ["hub", ...listings]);

/** The committed evidence of the chapter, by table name. */
export function committed(): Rows {
  const schemas: readonly EvidenceSchema[] = Object.values(onListings.tables);
  const file = (name: string) => readFileSync(`data/tables/2026-autumn/scale/${name}.arrow`);
  return Object.fromEntries(schemas.map((schema) => [schema.name, decodeEvidence(file(schema.name), schema).rows]));
}

/** The chapter on rows of its tables. */
export function evaluated(on: Analysis, rows: Rows, reference: Reference): Chapter {
  return evaluate(on, { rows: rows as Material["rows"], reference, needed: {}, sources: codeOf("scale") });
}

/** The chapter on the committed evidence and the registries. */
export async function scale(): Promise<Chapter> {
  return evaluated(onListings, committed(), await readReference("data/reference"));
}

/** Rows of the chapter's tables over loads, by name. */
export async function reduced(
  on: Analysis,
  loads: readonly Load[],
  reference: Pick<Reference, "owners" | "renames" | "corrections">,
): Promise<Rows> {
  return Object.fromEntries(await evidenceOf(loads, Object.values(on.tables), reference));
}
