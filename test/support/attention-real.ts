import { readFileSync } from "node:fs";
import type { Chapter } from "#kit/evaluate.ts";
import { cachedPath } from "#scripts/lib/cache.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { realFiles, realSource } from "#test/fixtures/real.ts";
import type { Noticed } from "#test/oracles/attention.ts";
import { panelOf, type RawLine, rawLines } from "#test/oracles/osir-lmts.ts";
import { rawRadar } from "#test/oracles/radar.ts";
import { csv } from "#test/oracles/sovereignty-shares.ts";
import { attention } from "./attention.ts";
import { rawParquet } from "./raw-rows.ts";

/** Day of the last crawl of models. */
export const lastCrawl = "2025-09-07";

export const likes = ({ likes }: Noticed): number => likes;
export const downloads = ({ downloads }: Noticed): number => downloads;
export const discussions = ({ discussions = Number.NaN }: Noticed): number => discussions;

/** Raw rows of every population of the chapter, and the chapter itself. */
export interface RealAttention {
  /** Models of each crawl, by day. */
  readonly crawls: ReadonlyMap<string, readonly Noticed[]>;
  /** Namespaces of every crawl. */
  readonly panel: ReadonlySet<string>;
  readonly recent: readonly (Noticed & { readonly made: string; readonly parameters: number | null })[];
  readonly evaluated: readonly (Noticed & { readonly made: string; readonly lifetime: number })[];
  readonly chapter: Chapter;
}

let read: Promise<RealAttention> | undefined;

/** All of it from raw files, which are read once. */
export function realAttention(): Promise<RealAttention> {
  read ??= readAll();
  return read;
}

async function readAll(): Promise<RealAttention> {
  const lines = rawLines(await realFiles("osir-lmts")).filter(
    ({ site, kind }) => site === "HuggingFace" && kind === "models",
  );
  return {
    crawls: crawlsOf(lines),
    panel: panelOf(lines),
    recent: await recentModels(),
    evaluated: await evaluatedModels(),
    chapter: await attention(),
  };
}

function crawlsOf(lines: readonly RawLine[]): Map<string, Noticed[]> {
  const days = Map.groupBy(lines, ({ day }) => day);
  return new Map(
    [...days].map(([day, own]) => [day, own.map((line) => ({ ...line, id: `${line.repo}/${line.name}` }))]),
  );
}

async function recentModels(): Promise<RealAttention["recent"]> {
  const [archive] = (await realSource("radar")).record.archives;
  if (archive === undefined) throw new Error("the record of radar has no archive");
  return rawRadar(cachedPath(pathsAt().cache, archive)).map((row) => ({
    ...{ id: row.id, likes: row.likes, downloads: row.downloads_30d, made: row.created_at },
    parameters: row.parameters === 0 ? null : row.parameters,
  }));
}

async function evaluatedModels(): Promise<RealAttention["evaluated"]> {
  const [path = ""] = (await realFiles("hub-stats-sample")).values();
  return (await rawParquet(path)).map((row) => ({
    ...{ id: String(row.id), likes: Number(row.likes), downloads: Number(row.downloads) },
    ...{ made: String(row.createdAt), lifetime: Number(row.downloadsAllTime) },
  }));
}

/** Kind of each namespace of the registry, in lower case. */
export function kindsOfOwners(): Map<string, string> {
  const [header = [], ...lines] = csv(readFileSync("data/reference/owners.csv", "utf8"));
  const [owner, kind] = [header.indexOf("owner"), header.indexOf("kind")];
  return new Map(lines.map((line) => [(line[owner] ?? "").toLowerCase(), line[kind] ?? ""]));
}

/** How to read what the chapter says, and its three populations by the prefix of their facts. */
export function reading({ crawls, recent, evaluated, chapter }: RealAttention) {
  const on = (day: string): readonly Noticed[] => crawls.get(day) ?? [];
  return {
    on,
    value: (id: string) => Number(chapter.facts.get(id)?.value),
    other: (id: string, label: string) => chapter.facts.get(id)?.variants.find((one) => one.label === label)?.value,
    populations: (): [string, readonly Noticed[]][] => [
      ["", on(lastCrawl)],
      ["radar-", recent],
      ["sample-", evaluated],
    ],
  };
}
