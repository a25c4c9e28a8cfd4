import { readFileSync } from "node:fs";
import analysis from "#analyses/builders/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate, type Material } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import type { Needed } from "#kit/recommendations.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { readReference } from "#loaders/reference.ts";
import { loadAnalyses } from "#scripts/lib/analyses.ts";
import { codeOf } from "#site/lib/code.ts";
import type { EvidenceRows } from "#test/support/hub.ts";

const edition = "2026-autumn";

const own = analysis as unknown as Analysis;

/** The committed evidence of an analysis, by table name. */
export function committed({
  id,
  tables,
}: Pick<Analysis, "id" | "tables"> = own): Readonly<Record<string, EvidenceRows>> {
  const file = (name: string) => `data/tables/${edition}/${id}/${name}.arrow`;
  return Object.fromEntries(
    Object.values(tables).map((schema) => [schema.name, decodeEvidence(readFileSync(file(schema.name)), schema).rows]),
  );
}

/** Facts of the chapters that the rules cite, on the committed evidence. */
export async function neededFacts(): Promise<Needed> {
  const reference = await readReference("data/reference");
  const modules = (await loadAnalyses("analyses")).filter(({ default: { id } }) => analysis.needs.includes(id));
  const { sources } = JSON.parse(readFileSync(`data/editions/${edition}.json`, "utf8"));
  const found = modules.map(({ default: declared }) => {
    const one = standingFor(declared, Object.keys(sources));
    const rows = committed(one) as Material["rows"];
    const { facts } = evaluate(one, { rows, reference, needed: {}, sources: {} });
    return [one.id, Object.fromEntries(facts)] as const;
  });
  return Object.fromEntries(found);
}

/** The chapter on rows of its tables and facts of others. */
export async function builders(
  needed: Needed,
  rows: Readonly<Record<string, EvidenceRows>> = committed(),
  standing: Analysis = own,
): Promise<Chapter> {
  const reference = await readReference("data/reference");
  return evaluate(standing, { rows: rows as Material["rows"], reference, needed, sources: codeOf("builders") });
}
