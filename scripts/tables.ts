import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineCommand } from "citty";
import type { Edition } from "#loaders/schema/edition.ts";
import { DataError, raise } from "#loaders/schema/errors.ts";
import { type Built, buildTables } from "./lib/build.ts";
import { main, UsageError } from "./lib/cli.ts";
import { compareTables } from "./lib/compare.ts";
import { chooseEdition } from "./lib/editions.ts";
import { gatherInputs } from "./lib/inputs.ts";
import { type Paths, pathsAt } from "./lib/paths.ts";
import { progress } from "./lib/progress.ts";
import { sameTables, withTables } from "./lib/reuse.ts";
import { transport } from "./lib/transport.ts";
import { writeTables } from "./lib/write.ts";

const command = defineCommand({
  meta: {
    name: "npm run tables --",
    description:
      "Rebuild the evidence tables of an edition from raw data; --check only compares them with what is committed.",
  },
  args: {
    edition: { type: "positional", required: false, description: "Id of the edition (default: the newest)" },
    check: { type: "boolean", description: "Write nothing; name each table that differs, and how" },
    reuse: {
      type: "string",
      description: "Take from another edition the tables that have the same sources, day and declaration there",
      valueHint: "EDITION",
    },
    threads: {
      type: "string",
      description: "Worker threads (default: all); the tables do not depend on it",
      valueHint: "N",
    },
    json: { type: "boolean", description: "Print JSON" },
  },
  run: async ({ args }) => {
    if (args._.length > 1) throw new UsageError("one edition at a time");
    const threads = threadsOf(args.threads);
    const paths = pathsAt();
    const edition = await chooseEdition(paths.editions, args.edition);
    if (!args.check) rejectReleased(edition);
    const reused = args.reuse === undefined ? [] : await reusedTables(edition, args.reuse, args.check, paths);
    const kept = reused.map(({ entry }) => entry.path);
    const input = await gatherInputs(edition, paths, { open: transport() }, progress("fetch"), kept);
    const fresh = await buildTables({ ...input, threads, progress: progress("tables") });
    const built = withTables(fresh, reused);
    const dir = join(paths.tables, edition.id);
    const differences = args.check ? await compareTables(built, input.tables, dir) : [];
    if (!args.check) await writeTables(built, dir);
    process.stdout.write(args.json ? json(built, differences) : lines(built));
    for (const line of input.reduced) process.stderr.write(`${line}\n`);
    raise(`tables of ${edition.id} differ from those that are committed`, differences);
  },
});

/** Tables of another edition that this one would build the same; it is a wrong call to compare with those. */
async function reusedTables(edition: Edition, from: string, check: boolean | undefined, paths: Paths) {
  if (check) throw new UsageError("--check rebuilds every table: leave --reuse out");
  return await sameTables(edition, await chooseEdition(paths.editions, from), paths);
}

function threadsOf(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`--threads must be a whole number from 1 on, not "${text}"`);
  return Number(text);
}

function rejectReleased({ id, status }: Edition): void {
  if (status === "released") throw new DataError(`edition ${id}`, ["is released: its tables are sealed; use --check"]);
}

function lines({ tables }: Built): string {
  return tables
    .map(
      ({ entry }) =>
        `${entry.sha256.slice(0, 12)}  ${entry.path}  ${entry.rows} rows, ${entry.bytes} bytes, ${entry.licence}\n`,
    )
    .join("");
}

function json({ manifest }: Built, differences: readonly string[]): string {
  return `${JSON.stringify({ ...manifest, differences }, null, 2)}\n`;
}

await main(command);
