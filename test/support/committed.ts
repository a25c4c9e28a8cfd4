import { readFileSync } from "node:fs";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate, type Material } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import { readEditions } from "#loaders/editions.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { readReference } from "#loaders/reference.ts";
import { knownUntil } from "#loaders/until.ts";
import { codeOf } from "#site/lib/code.ts";
import type { EvidenceRows } from "#test/support/hub.ts";

const editions = await readEditions("data/editions");

/** An edition's record by its id; throws for one that there is none of. */
export function editionOf(id: string) {
  const found = editions.find((edition) => edition.id === id);
  if (found === undefined) throw new Error(`data/editions has no ${id}`);
  return found;
}

/** An analysis as an edition has it: its tables on the evidence that it pins. */
export function inEdition(analysis: Analysis, id: string): Analysis {
  return standingFor(analysis, Object.keys(editionOf(id).sources));
}

/** The committed evidence of an analysis in an edition, by table name. */
export function committedRows(analysis: Analysis, id: string): Readonly<Record<string, EvidenceRows>> {
  const file = (name: string) => `data/tables/${id}/${analysis.id}/${name}.arrow`;
  const schemas = Object.values(inEdition(analysis, id).tables);
  return Object.fromEntries(
    schemas.map((schema) => [schema.name, decodeEvidence(readFileSync(file(schema.name)), schema).rows]),
  );
}

/** A chapter of an edition on its committed evidence and what the edition knows of the registries. */
export async function committedChapter(
  analysis: Analysis,
  id: string,
  needed: Material["needed"] = {},
): Promise<Chapter> {
  const { reference, later } = knownUntil(editionOf(id), await readReference("data/reference"));
  const rows = committedRows(analysis, id) as Material["rows"];
  return evaluate(inEdition(analysis, id), { rows, reference, later, needed, sources: codeOf(analysis.id) });
}
