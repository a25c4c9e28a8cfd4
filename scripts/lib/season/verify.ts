import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineCommand } from "citty";
import type { Edition } from "#loaders/schema/edition.ts";
import { DataError } from "#loaders/schema/errors.ts";
import { type Seal, sealPath } from "#site/lib/seal/format.ts";
import { readSeal, verifySeal } from "#site/lib/seal/verify.ts";
import { good, UsageError } from "../cli.ts";
import { chooseEdition } from "../editions.ts";
import { pathsAt } from "../paths.ts";
import { type Progress, progress } from "../progress.ts";
import { madeAgain } from "./verify/again.ts";
import { done, left, type Step, undone } from "./verify/findings.ts";
import { checkOut, HistoryError } from "./verify/history.ts";
import { fromRaw } from "./verify/raw.ts";
import { npm } from "./verify/run.ts";

/** `season verify`: that an edition is as it was sealed, and that its own code makes it again. */
export default defineCommand({
  meta: {
    name: "npm run season -- verify",
    description:
      "Verify a released edition: every sealed byte, then all of it made again in an empty folder by the code that released it.",
  },
  args: {
    edition: { type: "positional", required: true, description: "Id of the released edition" },
    raw: { type: "boolean", description: "Build its tables from raw data too (on its own with SOURCE_MIRROR)" },
    sealed: { type: "boolean", description: "Look at the sealed files alone: no checkout, no packages" },
    json: { type: "boolean", description: "Print JSON" },
  },
  run: async ({ args }) => {
    if (args._.length > 1) throw new UsageError("one edition at a time");
    if (args.raw && args.sealed) throw new UsageError("--sealed looks at sealed files alone: leave --raw out");
    const { editions, root } = pathsAt();
    const edition = await chooseEdition(editions, args.edition);
    const raw = (args.raw ?? false) || (process.env.SOURCE_MIRROR ?? "") !== "";
    const steps = await verify(edition, root, { raw, deep: args.sealed !== true });
    process.stdout.write(args.json ? `${JSON.stringify({ edition: edition.id, steps }, null, 2)}\n` : lines(steps));
    raiseFindings(edition.id, steps);
  },
});

/** How far a verification goes. */
interface Depth {
  readonly raw: boolean;
  /** Whether the edition is made again. */
  readonly deep: boolean;
}

async function verify(edition: Edition, root: string, { raw, deep }: Depth): Promise<Step[]> {
  if (edition.status === "draft") throw new DataError(`edition ${edition.id}`, [draftWords(edition.id, root)]);
  const tell = progress("verify");
  tell.start(deep ? (raw ? 5 : 4) : 1);
  try {
    const seal = sealAt(edition, root);
    const faults = verifySeal(edition, root).map(({ file, message }) => ({ file, fault: message }));
    tell.step("compared every sealed file with its hash");
    const first = done("sealed files", seal?.files.length ?? 0, faults);
    if (!deep) return [first, left("made again", "--sealed"), left("raw data", "--sealed")];
    return [first, ...(await inEmptyFolder(seal, root, raw, tell))];
  } finally {
    tell.stop();
  }
}

function draftWords(id: string, root: string): string {
  return existsSync(join(root, sealPath(id)))
    ? `data/editions/${id}.json: says that it is a draft, and ${sealPath(id)} stands beside it: restore the record from git`
    : `is a draft, and nothing of it is sealed: npm run season -- release ${id}`;
}

/** The seal, if it can be read at all; what is wrong with it is told elsewhere. */
function sealAt({ id }: Edition, root: string): Seal | null {
  try {
    return readSeal(id, root);
  } catch {
    return null;
  }
}

/** Checks the release out into an empty folder, installs, and makes it again there; the folder is removed whatever comes. */
async function inEmptyFolder(seal: Seal | null, root: string, raw: boolean, tell: Progress): Promise<Step[]> {
  if (seal === null) return both("its seal cannot be read: restore it from git");
  const folder = await mkdtemp(join(tmpdir(), `${seal.edition.id}-`));
  const remove = () => rm(folder, { recursive: true, force: true });
  const interrupted = () => void remove().finally(() => process.exit(130));
  process.once("SIGINT", interrupted);
  try {
    await checkOut(seal.code, root, folder);
    tell.step(`checked out commit ${seal.code.commit.slice(0, 12)} into an empty folder`);
    const installed = await npm(folder, ["ci", "--no-audit", "--no-fund"]);
    tell.step("installed its packages");
    if (installed.code !== 0) return both(`its packages cannot be installed:\n${installed.said}`);
    const again = await madeAgain(seal, folder);
    tell.step("made every sealed file again from its tables");
    if (!raw) return [again, left("raw data", "neither SOURCE_MIRROR nor --raw")];
    const built = await fromRaw(seal, folder);
    tell.step("built its tables again from raw data");
    return [again, built];
  } catch (error) {
    if (error instanceof HistoryError) return both(error.message);
    throw error;
  } finally {
    process.removeListener("SIGINT", interrupted);
    await remove();
  }
}

function both(reason: string): Step[] {
  return [undone("made again", reason), undone("raw data", reason)];
}

function lines(steps: readonly Step[]): string {
  const head = (text: string): string => text.padEnd("sealed files".length);
  return steps
    .map(({ step, files, findings, undone: why, left: without }) => {
      if (without !== null) return `${head(step)}  left out: ${without}\n`;
      if (why !== null) return `${head(step)}  not verified\n`;
      const state = findings.length === 0 ? good("all as sealed") : `${findings.length} other than sealed`;
      return `${head(step)}  ${files} files, ${state}\n`;
    })
    .join("");
}

/** Throws one `DataError` that names every file that differs, and what could not be verified. */
function raiseFindings(id: string, steps: readonly Step[]): void {
  const problems = steps.flatMap(({ step, findings, undone: why }) => [
    ...findings.map(({ file, fault }) => `${file}: ${fault}`),
    ...(why === null ? [] : [`${step}: ${why}`]),
  ]);
  const unique = [...new Set(problems)];
  if (unique.length > 0) throw new DataError(`edition ${id} is not verified`, unique);
}
