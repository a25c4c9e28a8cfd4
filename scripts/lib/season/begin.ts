import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { inOrder } from "#kit/order.ts";
import { findLoaders } from "#loaders/discover.ts";
import { readEditions } from "#loaders/editions.ts";
import { DataError } from "#loaders/schema/errors.ts";
import { readSnapshots } from "#loaders/snapshots.ts";
import { loadAnalyses } from "../analyses.ts";
import { choose, UsageError } from "../cli.ts";
import type { Paths } from "../paths.ts";
import { readRecords } from "../records.ts";
import { asOfDay, seasonOf } from "./id.ts";
import { type Candidate, type EditionPlan, planEdition, type Told } from "./plan.ts";

/** What a person asks of a new edition. */
export interface Wanted {
  readonly id: string;
  readonly asOf?: string | undefined;
  /** Edition whose prose is the start; the newest unless given. */
  readonly from?: string | undefined;
  readonly today: string;
}

/** Prose that is no chapter's, and stands only where every chapter of the edition before stands. */
const ledger = "_ledger";

/** Plans a new edition from what the project holds; throws a `UsageError` for an id that is taken or is none. */
export async function plannedEdition({ id, asOf, from, today }: Wanted, paths: Paths): Promise<EditionPlan> {
  const season = seasonOf(id);
  const editions = await readEditions(paths.editions);
  const known = editions.map((edition) => edition.id);
  if (known.includes(id))
    throw new UsageError(`edition ${id} exists: data/editions/${id}.json; choose another id, or edit it`);
  const [wanted] = from === undefined ? known : choose([from], known, "edition");
  const start = editions.find((edition) => edition.id === wanted);
  if (start === undefined) throw new DataError("editions", [`${paths.editions} holds none to start from`]);
  const day = asOfDay(season, asOf, today);
  const [candidates, told] = await Promise.all([candidatesOf(paths), toldIn(start.id, paths)]);
  const plan = planEdition({ season, asOf: day, today, from: start, candidates, told });
  if (plan.chapters.length > 0) return plan;
  const why = plan.withoutChapters.map((chapter) => `${chapter.id}: ${chapter.because}`);
  throw new DataError(
    `edition ${id} as of ${day} would have no chapter; choose a later --as-of, or pin more sources`,
    why,
  );
}

async function candidatesOf({ sources, snapshots, loaders }: Paths): Promise<Candidate[]> {
  const records = await readRecords(sources);
  return Promise.all(
    records.map(async (record) => {
      const loaded = existsSync(join(loaders, `${record.id}.ts`)) && (await findLoaders(record.id, loaders)).length > 0;
      return { record, snapshots: await readSnapshots(record.id, snapshots), loaded };
    }),
  );
}

async function toldIn(edition: string, { analyses }: Paths): Promise<Told[]> {
  const all = (await loadAnalyses(analyses)).map((module) => module.default);
  const told = inOrder(all).order.filter(({ id }) => existsSync(join(analyses, id, `${edition}.mdx`)));
  return told.map(({ id, needs, tables }) => ({ id, needs, tables: Object.values(tables) }));
}

/** Writes the record and the prose of a planned edition, all of it or nothing; gives the paths below the root. */
export async function begin(plan: EditionPlan, paths: Paths): Promise<string[]> {
  const files = [...proseFiles(plan, paths), recordFile(plan, paths)];
  const taken = files.filter(({ to }) => existsSync(to)).map(({ shown }) => `${shown}: exists; move it away`);
  if (taken.length > 0) throw new DataError(`edition ${plan.edition.id}`, taken);
  const written: string[] = [];
  try {
    for (const { to, text } of files) {
      const content = await text();
      await mkdir(dirname(to), { recursive: true });
      written.push(to);
      await writeFile(to, content, { flag: "wx" });
    }
  } catch (error) {
    for (const path of written) await rm(path, { force: true });
    throw error;
  }
  return files.map(({ shown }) => shown);
}

interface Fresh {
  readonly to: string;
  readonly shown: string;
  readonly text: () => Promise<string>;
}

function proseFiles({ edition, from, chapters, withoutChapters }: EditionPlan, { analyses }: Paths): Fresh[] {
  const whole = withoutChapters.length === 0 && existsSync(join(analyses, ledger, `${from}.mdx`));
  return [...chapters, ...(whole ? [ledger] : [])].map((id) => ({
    to: join(analyses, id, `${edition.id}.mdx`),
    shown: `analyses/${id}/${edition.id}.mdx`,
    text: () => readFile(join(analyses, id, `${from}.mdx`), "utf8"),
  }));
}

function recordFile({ edition }: EditionPlan, { editions }: Paths): Fresh {
  const text = async () => `${JSON.stringify(edition, null, 2)}\n`;
  return { to: join(editions, `${edition.id}.json`), shown: `data/editions/${edition.id}.json`, text };
}
