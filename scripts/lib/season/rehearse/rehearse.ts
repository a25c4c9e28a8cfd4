import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readEditions } from "#loaders/editions.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import { DataError } from "#loaders/schema/errors.ts";
import { readSnapshots } from "#loaders/snapshots.ts";
import { chooseEdition } from "../../editions.ts";
import type { Paths } from "../../paths.ts";
import { SourceError } from "../../problem.ts";
import type { Progress } from "../../progress.ts";
import { readRecords } from "../../records.ts";
import { fetchSources, raiseFailures } from "../../store.ts";
import { transport } from "../../transport.ts";
import { firstMonth, nextSeason } from "../id.ts";
import type { Season } from "../request/findings.ts";
import { addCurated, curators } from "./curated.ts";
import { pullMonths } from "./pull.ts";
import { mustRun } from "./run.ts";
import { holdTruth, type TruthReport, truthLines } from "./truth.ts";
import { copyOf } from "./workspace.ts";

/** What is rehearsed, and where. */
export interface Wanted {
  readonly models: number;
  readonly months: number;
  readonly seed: number;
  /** Folder of the copy; null for a new one. */
  readonly out: string | null;
  readonly keep: boolean;
}

/** What a rehearsal came to. */
export interface Rehearsed {
  /** The copy, where it is kept. */
  readonly folder: string | null;
  /** Folder of the site inside it. */
  readonly site: string;
  readonly pages: number;
  /** Where the loopback Hub was; it is there no more. */
  readonly endpoint: string;
  readonly truth: TruthReport;
  readonly truthLines: readonly string[];
  readonly season: Season;
  /** Text of the pull request. */
  readonly body: string;
}

/** Source that the weekly copies belong to. */
const hub = "hub";

const site = ".cache/builds/rehearsal";

/**
 * Takes a copy of the project from nothing to a draft edition on a generated Hub, by the project's own verbs; nothing of
 * the project itself changes. The server ends and the copy goes, unless it is kept, whatever comes.
 */
export async function rehearse(wanted: Wanted, project: Paths, tell: Progress): Promise<Rehearsed> {
  const editions = await readEditions(project.editions);
  const before = editions.find(({ status }) => status === "released");
  if (before === undefined) throw new DataError("rehearse", ["no edition is released: there is none to begin from"]);
  tell.start(wanted.months + 8);
  const { paths, remove } = await copyOf(project, wanted.out);
  const interrupted = (): void => void (wanted.keep ? Promise.resolve() : remove()).finally(() => process.exit(130));
  for (const signal of signals) process.once(signal, interrupted);
  try {
    tell.step("copied the project");
    const found = await inCopy(wanted, { paths, before, known: editions, tell });
    return { ...found, folder: wanted.keep ? paths.root : null };
  } finally {
    for (const signal of signals) process.removeListener(signal, interrupted);
    tell.stop();
    if (!wanted.keep) await remove();
  }
}

const signals = ["SIGINT", "SIGTERM"] as const;

/** A copy of the project and what it begins from. */
interface Scene {
  readonly paths: Paths;
  readonly before: Edition;
  readonly known: readonly Edition[];
  readonly tell: Progress;
}

async function inCopy(wanted: Wanted, scene: Scene): Promise<Omit<Rehearsed, "folder">> {
  const { paths, before, known, tell } = scene;
  await bring(Object.keys(before.sources), paths);
  tell.step("verified the raw data of the other sources");
  const generated = join(paths.root, ".cache", "generated");
  const labels = await generate(wanted, generated, scene);
  const endpoint = await pullMonths(labels, paths, generated, (label) => tell.step(`pulled and admitted ${label}`));
  await addCurated(paths, JSON.parse(await readFile(join(generated, "curated.json"), "utf8")));
  const id = nextSeason(known.map((edition) => edition.id));
  await run(scene, "season", "new", id, "--from", before.id, "--as-of", before.as_of, "--json");
  tell.step(`began ${id}, a draft as of ${before.as_of}`);
  await run(scene, "tables", id, "--reuse", before.id, "--json");
  tell.step("built every evidence table");
  const edition = await chooseEdition(paths.editions, id);
  const madeUp = [hub, curators.source];
  const days = (await readSnapshots(hub, paths.snapshots)).map(({ observed_on }) => observed_on);
  const truth = await holdTruth({ paths, edition, before: before.id, generated, hub, days, madeUp });
  tell.step("held every table against the truth");
  const lines = truthLines(truth);
  const notes = ["--note", `Rehearsed on a generated Hub. ${lines.join("\n\n")}`];
  const [report, request] = await Promise.all([
    run(scene, "report", "--drafts-open", "--out", site, "--json"),
    run(scene, "season", "request", id, ...notes, "--json"),
  ]);
  tell.step("built the site of the draft");
  tell.step("wrote the pull request");
  const { pages } = JSON.parse(report) as { pages: number };
  return {
    endpoint,
    site,
    pages,
    truth,
    truthLines: lines,
    ...(JSON.parse(request) as Pick<Rehearsed, "season" | "body">),
  };
}

/** Brings what the other sources pin; throws a `DataError` that says how to have it. */
async function bring(ids: readonly string[], paths: Paths): Promise<void> {
  const records = (await readRecords(paths.sources)).filter(({ id }) => ids.includes(id));
  try {
    raiseFailures(await fetchSources(records, paths, { open: transport() }));
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const remedy = "run npm run sources first, or name a mirror in SOURCE_MIRROR";
    throw new DataError(`a rehearsal needs the raw data of sources beside the Hub: ${remedy}`, [error.message]);
  }
}

/** Generates the months, the last of them before the day of the edition; gives their labels. */
async function generate({ models, months, seed }: Wanted, folder: string, scene: Scene): Promise<readonly string[]> {
  const sizes = Object.entries({ models, months, seed }).flatMap(([name, n]) => [`--${name}`, String(n)]);
  const first = firstMonth(scene.before.as_of, months);
  const out = await run(scene, "generate", ...sizes, "--first", first, "--out", folder, "--json");
  scene.tell.step(`generated ${months} months of a Hub`);
  return (JSON.parse(out) as { labels: readonly string[] }).labels;
}

async function run({ paths }: Scene, ...call: readonly string[]): Promise<string> {
  return await mustRun(paths.root, call);
}
