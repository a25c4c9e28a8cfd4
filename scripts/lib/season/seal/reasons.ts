import { join } from "node:path";
import { ReportError } from "#kit/problem.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import { DataError } from "#loaders/schema/errors.ts";
import { assemble, type Report } from "#site/lib/assemble.ts";
import { changesBetween } from "#site/lib/changes/between.ts";
import { today } from "#site/lib/changes/today.ts";
import type { Changes } from "#site/lib/changes/types.ts";
import type { PrintedChapter } from "#site/lib/print/types.ts";
import { loadAnalyses } from "../../analyses.ts";
import { buildTables } from "../../build.ts";
import { compareTables } from "../../compare.ts";
import type { DownloadOptions } from "../../download.ts";
import { gatherInputs } from "../../inputs.ts";
import type { Paths } from "../../paths.ts";
import type { Progress } from "../../progress.ts";
import { releasable } from "../../release.ts";
import { verifyTables } from "../../verify.ts";
import type { Checkout } from "./git.ts";

/** How raw data is brought, and who is told. */
export interface Means {
  readonly download: DownloadOptions;
  readonly threads: number;
  readonly progress: (title: string) => Progress;
}

/** What stands against a release, one line each; with nothing against it, the edition as it would be released. */
export interface Look {
  readonly reasons: readonly string[];
  readonly report: Report | null;
  /** All editions, this one as it would be released. */
  readonly reports: readonly Report[];
  /** What changed since the edition before it, and why. */
  readonly changes: Changes | null;
}

/** Looks at everything that a release needs, all of it, whatever is found first. */
export async function lookAt(edition: Edition, at: Checkout | null, paths: Paths, means: Means): Promise<Look> {
  const tables = await verifyTables(edition.id, paths, { released: false });
  const stale = [...tables.problems, ...tables.notes];
  const raw = await tableReasons(edition, paths, means);
  const { problems, ...computed } = await computedAs(edition.id, paths);
  return { reasons: [...gitReasons(at), ...stale, ...raw, ...problems], ...computed };
}

function gitReasons(at: Checkout | null): string[] {
  if (at === null) return ["the project is no checkout of git: a seal names the commit that made it"];
  const some = at.changed.slice(0, 5).join(", ");
  const more = at.changed.length > 5 ? ` and ${at.changed.length - 5} more` : "";
  return at.changed.length === 0 ? [] : [`not committed: ${some}${more}; a seal names the commit that made it`];
}

/** Tables that rebuilding gives otherwise; raw data that cannot be had is a reason too. */
async function tableReasons(edition: Edition, paths: Paths, { download, threads, progress }: Means): Promise<string[]> {
  try {
    const input = await gatherInputs(edition, paths, download, progress("fetch"));
    const built = await buildTables({ ...input, threads, progress: progress("tables") });
    return await compareTables(built, input.tables, join(paths.tables, edition.id));
  } catch (error) {
    const lines =
      error instanceof DataError ? error.problems : [error instanceof Error ? error.message : String(error)];
    return lines.map((line) => `tables cannot be rebuilt from raw data: ${line}`);
  }
}

export interface Computed extends Omit<Look, "reasons"> {
  readonly problems: readonly string[];
}

/** The edition as it would be released, and its changes since the one before. */
export async function computedAs(id: string, paths: Paths): Promise<Computed> {
  try {
    const modules = await loadAnalyses(paths.analyses);
    const reports = await assemble(modules, { sealing: id });
    const index = reports.findIndex(({ edition }) => edition.id === id);
    const [report, before = null] = reports.slice(index);
    if (report === undefined) throw new Error(`no report of edition ${id}`);
    const changes = changesBetween(before, report, await today(modules));
    return { report, reports, changes, problems: reportReasons(report) };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    const problems = error.problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
    return { report: null, reports: [], changes: null, problems };
  }
}

/** What a report that is sound still lacks to be released. */
export function reportReasons({ edition, chapters, sources, snapshots, tables }: Report): string[] {
  const provenances = tables.map(({ provenance }) => provenance);
  const ids = chapters.map(({ analysis }) => analysis.id);
  const missing = (edition.chapters ?? []).filter((id) => !ids.includes(id));
  return [
    ...releasable(edition, { records: sources, snapshots, tables: provenances }),
    ...missing.map((id) => `chapter "${id}" is missing: data/editions/${edition.id}.json names it; write its prose`),
    ...chapters.flatMap(chapterReasons),
  ];
}

/** Figures that a chapter must have at least. */
const fewest = 3;

function chapterReasons({ analysis: { id }, headlines, figures }: PrintedChapter): string[] {
  const [first] = headlines;
  const open = first !== undefined && (first.fact.variants.length > 0 || first.fact.bounds !== null);
  return [
    ...(first === undefined ? [`chapter "${id}" has no headline: add one to headlines.ts`] : []),
    ...(first === undefined || open
      ? []
      : [`headline "${first.id}" of chapter "${id}" has neither variants nor bounds: say how it could be otherwise`]),
    ...(figures.size < fewest ? [`chapter "${id}" has ${figures.size} figures, fewer than ${fewest}`] : []),
  ];
}
