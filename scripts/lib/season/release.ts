import { availableParallelism } from "node:os";
import { defineCommand } from "citty";
import type { Edition } from "#loaders/schema/edition.ts";
import { DataError, raise } from "#loaders/schema/errors.ts";
import { type Seal, sealFolder } from "#site/lib/seal/format.ts";
import { good, UsageError } from "../cli.ts";
import { chooseEdition } from "../editions.ts";
import { type Paths, pathsAt } from "../paths.ts";
import { progress } from "../progress.ts";
import { transport } from "../transport.ts";
import { checkout } from "./seal/git.ts";
import { sealHash } from "./seal/put.ts";

/** `season release`: refuses with every reason at once, or seals an edition. */
export default defineCommand({
  meta: {
    name: "npm run season -- release",
    description:
      "Seal an edition: tables, facts, frames, prose and drawings, with hashes; refuses while anything is unresolved.",
  },
  args: {
    edition: { type: "positional", required: true, description: "Id of the edition" },
    again: { type: "boolean", description: "Seal a released edition once more; the seal before it is kept" },
    because: { type: "string", description: "Why it is sealed again", valueHint: "REASON" },
    json: { type: "boolean", description: "Print JSON" },
  },
  run: async ({ args }) => {
    if (args._.length > 1) throw new UsageError("one edition at a time");
    const paths = pathsAt();
    const edition = await chooseEdition(paths.editions, args.edition);
    const because = reasonOf(edition, args.again ?? false, args.because);
    const seal = await release(edition, because, paths);
    const counts = `${seal.files.length} files`;
    const lines = `${good("sealed")}  ${edition.id}: ${counts} in ${sealFolder(edition.id)}/, seal ${sealHash(seal)}\n`;
    process.stdout.write(args.json ? `${JSON.stringify({ ...seal, sha256: sealHash(seal) }, null, 2)}\n` : lines);
  },
});

/** Why an edition is sealed again; null for the first time. */
function reasonOf({ id, status }: Edition, again: boolean, because = ""): string | null {
  const reason = because.trim();
  if (again && reason === "") throw new UsageError('--again needs --because "..."');
  if (!again && reason !== "") throw new UsageError("--because needs --again");
  if (again && status === "draft") throw new UsageError(`edition ${id} was never released: leave --again out`);
  if (!again && status === "released")
    throw new DataError(`edition ${id}`, [
      'is released: a released edition is sealed again by --again --because "..."',
    ]);
  return again ? reason : null;
}

async function release(edition: Edition, because: string | null, paths: Paths): Promise<Seal> {
  const [{ lookAt }, { sealEdition }] = await Promise.all([import("./seal/reasons.ts"), import("./seal/sealing.ts")]);
  const code = checkout(paths.root);
  const means = { download: { open: transport() }, threads: availableParallelism(), progress };
  const { reasons, report, reports, changes } = await lookAt(edition, code, paths, means);
  raise(`edition ${edition.id} is not released`, reasons);
  if (report === null || changes === null || code === null) throw new DataError(edition.id, ["has no report"]);
  const { commit, tree } = code;
  const sealed = new Date().toISOString().slice(0, 10);
  return await sealEdition({ edition, report, reports, changes, sealed, because, code: { commit, tree } }, paths.root);
}
