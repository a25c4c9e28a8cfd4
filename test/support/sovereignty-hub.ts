import { readFileSync } from "node:fs";
import { join } from "node:path";
import analysis from "#analyses/sovereignty/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import type { Chapter } from "#kit/evaluate.ts";
import type { Load } from "#loaders/engine/canonical.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { trackedModels } from "#loaders/tracked-models.ts";
import { localFiles } from "#test/fixtures/source.ts";
import { type EvidenceRows, evidenceOf } from "#test/support/hub.ts";
import { evaluatedOn, onHubOf } from "./hub-chapters.ts";

/** What an edition pins that has the complete Hub and the partial evidence as well. */
export const pinned = ["hub", "osir-lmts", "tracked-models"];

/** The chapter on the complete Hub. */
export const onHub: Analysis = onHubOf(analysis, pinned);

/** Its evidence tables over loads, by name. */
export async function reduced(
  loads: readonly Load[],
  reference: Pick<Reference, "owners" | "renames" | "corrections">,
): Promise<Readonly<Record<string, EvidenceRows>>> {
  const schemas: readonly EvidenceSchema[] = Object.values(onHub.tables);
  return Object.fromEntries(await evidenceOf(loads, schemas, reference));
}

/** The chapter, evaluated on rows of its tables. */
export function evaluated(rows: Readonly<Record<string, EvidenceRows>>, reference: Reference): Chapter {
  return evaluatedOn(onHub, rows, reference);
}

/** A curated list with these ids, as of a day; of each it may state billions of total and of active parameters. */
export async function listOf(
  ids: readonly string[],
  day: string,
  stated?: { readonly total: number; readonly active: number },
): Promise<Load> {
  const lines = ids.map((id) => `${id.includes("/") ? id.split("/")[0] : "(none)"},${id.split("/").at(-1)},${id}\n`);
  const sizes = stated === undefined ? [] : ids.map((id) => `${id},${stated.total},${stated.active},true,\n`);
  const contents = {
    "models.csv": `org,model,modelId\n${lines.join("")}`,
    "extra_models.csv": "org,model,modelId\n",
    "metadata/model_parameters.csv": `model_id,total_params_b,active_params_b,is_moe,notes\n${sizes.join("")}`,
  };
  const files = await localFiles(contents, { id: "tracked-models", first: day, last: day });
  return { loader: trackedModels, files };
}

/** The curated list of a generated Hub. */
export function generatedList(dir: string, day: string, stated?: Parameters<typeof listOf>[2]): Promise<Load> {
  return listOf(curatedIds(dir), day, stated);
}

/** Ids on it. */
export function curatedIds(dir: string): string[] {
  return JSON.parse(readFileSync(join(dir, "curated.json"), "utf8"));
}
