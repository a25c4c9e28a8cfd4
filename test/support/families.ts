import { readFileSync } from "node:fs";
import type { Chapter } from "#kit/evaluate.ts";
import { cachedPath } from "#scripts/lib/cache.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { realFiles, realSource } from "#test/fixtures/real.ts";
import * as oracle from "#test/oracles/builders.ts";
import type { RawModel } from "#test/oracles/hub.ts";
import { type RawRadar, rawRadar } from "#test/oracles/radar.ts";
import { rawParquet } from "./raw-rows.ts";

/** Families of the registry, as the oracle reads them. */
export const families = oracle.families(readFileSync("data/reference/model-families.csv", "utf8"));

/** Raw rows of the two lists of models. */
export async function rawLists(): Promise<{ documents: RawRadar[]; sample: RawModel[] }> {
  const [archive] = (await realSource("radar")).record.archives;
  if (archive === undefined) throw new Error("the record of radar has no archive");
  const documents = rawRadar(cachedPath(pathsAt().cache, archive));
  const [path = ""] = (await realFiles("hub-stats-sample")).values();
  return { documents, sample: (await rawParquet(path)) as unknown as RawModel[] };
}

/** The row of a family in the table of the chapter. */
export function familyRow(chapter: Chapter, family: string) {
  return chapter.figures.get("base-families")?.rows.find((row) => row.family === family);
}
