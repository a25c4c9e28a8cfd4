import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { cachedPath } from "#scripts/lib/cache.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { realFiles, realSource } from "#test/fixtures/real.ts";
import type { RawModel } from "#test/oracles/hub.ts";
import { rawRadar } from "#test/oracles/radar.ts";
import { type Asked, askedOfHub, askedOfRadar } from "#test/oracles/size.ts";
import { csv } from "#test/oracles/sovereignty-shares.ts";
import { rawParquet } from "./raw-rows.ts";
import { size } from "./size.ts";

const byHand = new Map([["TheDrummer/Cydonia-24B-v4.3", { parameters: 24e9, from: "correction" }]]);

/** What a model counts for. */
export const weights = {
  models: ({ downloads }: Asked) => (downloads > 0 ? 1 : 0),
  downloads: ({ downloads }: Asked) => downloads,
  lifetime: ({ lifetime }: Asked) => lifetime,
} as const;

/** Populations, by the prefix of their facts, and what their models count for. */
export const counts = [
  ["", "models"],
  ["", "downloads"],
  ["", "lifetime"],
  ["recent-", "models"],
  ["recent-", "downloads"],
] as const;

/** Raw rows of the populations of the chapter, and the chapter itself. */
export interface RealSize {
  /** Models of a population, by the prefix of its facts. */
  rowsOf(prefix: string): readonly Asked[];
  /** Lines of the curated list that name a listed model: id, parameters and active ones, in thousand millions. */
  readonly curated: readonly (readonly string[])[];
  /** Parent of each namespace of the registry, in lower case. */
  readonly parents: ReadonlyMap<string, string>;
  readonly chapter: Chapter;
}

let read: Promise<RealSize> | undefined;

/** All of it from raw files, which are read once. */
export function realSize(): Promise<RealSize> {
  read ??= readAll();
  return read;
}

async function readAll(): Promise<RealSize> {
  const asked: Readonly<Record<string, readonly Asked[]>> = { "": await evaluated(), "recent-": await recent() };
  return {
    rowsOf: (prefix) => asked[prefix] ?? [],
    curated: await curatedLines(),
    parents: parentsOfOwners(),
    chapter: await size(),
  };
}

async function evaluated(): Promise<Asked[]> {
  const [path = ""] = (await realFiles("hub-stats-sample")).values();
  return askedOfHub((await rawParquet(path)) as unknown as RawModel[], byHand);
}

async function recent(): Promise<Asked[]> {
  const [archive] = (await realSource("radar")).record.archives;
  if (archive === undefined) throw new Error("the record of radar has no archive");
  return askedOfRadar(rawRadar(cachedPath(pathsAt().cache, archive)));
}

async function curatedLines(): Promise<string[][]> {
  const files = await realFiles("tracked-models");
  const lines = (path: string) => csv(readFileSync(files.get(path) ?? "", "utf8"));
  const listed = new Set(["models.csv", "extra_models.csv"].flatMap((path) => lines(path).map((line) => line[2])));
  const [, ...sized] = lines("metadata/model_parameters.csv");
  return sized.filter(([id]) => listed.has(id ?? ""));
}

function parentsOfOwners(): Map<string, string> {
  const [header = [], ...owners] = csv(readFileSync("data/reference/owners.csv", "utf8"));
  const [owner, parent] = [header.indexOf("owner"), header.indexOf("parent")];
  return new Map(owners.map((line) => [(line[owner] ?? "").toLowerCase(), line[parent] ?? ""]));
}

/** How to read what the chapter says. */
export function reading(chapter: Chapter) {
  const fact = (id: string) => chapter.facts.get(id);
  return {
    fact,
    value: (id: string): number => Number(fact(id)?.value),
    near: (found: number | undefined, expected: number, id = "") =>
      expect(Math.abs((found ?? Number.NaN) / expected - 1), id).toBeLessThan(1e-9),
  };
}
