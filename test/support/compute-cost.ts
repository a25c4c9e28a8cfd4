import { readFileSync } from "node:fs";
import { expect } from "vitest";
import analysis from "#analyses/compute-cost/analysis.ts";
import * as tables from "#analyses/compute-cost/tables.ts";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate } from "#kit/evaluate.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { readReference } from "#loaders/reference.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import { codeOf } from "#site/lib/code.ts";

const edition = "2026-autumn";

/** Committed rows of one evidence table of the chapter. */
export function committedRows<S extends EvidenceSchema>(schema: S): Row<S>[] {
  const file = `data/tables/${edition}/compute-cost/${schema.name}.arrow`;
  return decodeEvidence(readFileSync(file), schema).rows;
}

/** The committed evidence of the chapter, by table name. */
export function committed() {
  return Object.fromEntries(Object.values(tables).map((schema) => [schema.name, committedRows(schema)]));
}

/** The chapter on the committed evidence and the registries, with whatever a test wants to be different in these. */
export async function computeCost(changes: Partial<Reference> = {}): Promise<Chapter> {
  const reference = { ...(await readReference("data/reference")), ...changes };
  const sources = codeOf("compute-cost");
  return evaluate(analysis as unknown as Analysis, { rows: committed(), reference, needed: {}, sources });
}

/** Holds a number to within a millionth of what it should be: evidence rounds prices to six decimals. */
export function expectNear(actual: unknown, expected: number, id: string): void {
  const message = `${id}: ${String(actual)} instead of ${expected}`;
  expect(Math.abs(Number(actual) - expected) <= 1e-6 * Math.abs(expected), message).toBe(true);
}
