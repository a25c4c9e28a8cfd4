import { readFileSync } from "node:fs";
import analysis from "#analyses/robotics/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate } from "#kit/evaluate.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { readReference } from "#loaders/reference.ts";
import { codeOf } from "#site/lib/code.ts";

const edition = "2026-autumn";

/** The committed evidence of the chapter, by table name. */
export function committed() {
  const file = (name: string) => `data/tables/${edition}/robotics/${name}.arrow`;
  return Object.fromEntries(
    Object.values(analysis.tables).map((schema) => [
      schema.name,
      decodeEvidence(readFileSync(file(schema.name)), schema).rows,
    ]),
  );
}

/** The chapter on the committed evidence and the registries. */
export async function robotics(): Promise<Chapter> {
  const reference = await readReference("data/reference");
  return evaluate(analysis as unknown as Analysis, {
    rows: committed(),
    reference,
    needed: {},
    sources: codeOf("robotics"),
  });
}
