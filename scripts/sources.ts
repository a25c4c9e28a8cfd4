import { defineCommand } from "citty";
import type { SourceRecord } from "#loaders/schema/source.ts";
import { choose, good, main, UsageError } from "./lib/cli.ts";
import { pathsAt } from "./lib/paths.ts";
import { progress } from "./lib/progress.ts";
import { readRecords } from "./lib/records.ts";
import { fetchSources, type Outcome, raiseFailures, verifySources } from "./lib/store.ts";
import { transport } from "./lib/transport.ts";

const verbs = ["list", "fetch", "verify"] as const;
type Verb = (typeof verbs)[number];

const command = defineCommand({
  meta: {
    name: "npm run sources --",
    description: "List the pinned sources, bring what is missing and verify every byte.",
  },
  args: {
    verb: {
      type: "positional",
      required: false,
      description: "list, fetch (default) or verify (no network); then ids of sources, all if none",
    },
    json: { type: "boolean", description: "Print JSON" },
  },
  run: async ({ args }) => {
    const { verb, ids } = parse(args._);
    const paths = pathsAt();
    const all = await readRecords(paths.sources);
    const chosen = choose(
      ids,
      all.map(({ id }) => id),
      "source",
    );
    const records = all.filter(({ id }) => chosen.includes(id));
    const outcomes = await act(verb, records, paths.cache);
    process.stdout.write(
      args.json ? `${JSON.stringify(report(verb, records, outcomes), null, 2)}\n` : lines(records, outcomes),
    );
    raiseFailures(outcomes);
  },
});

function parse(words: readonly string[]): { verb: Verb; ids: string[] } {
  const [first = "fetch", ...rest] = words;
  const verb = verbs.find((known) => known === first);
  if (rest.some((word) => verbs.some((known) => known === word)))
    throw new UsageError(`one of ${verbs.join(", ")} at a time`);
  return verb ? { verb, ids: rest } : { verb: "fetch", ids: [...words] };
}

function act(verb: Verb, records: readonly SourceRecord[], cache: string): Promise<Outcome[]> {
  if (verb === "list") return Promise.resolve([]);
  if (verb === "verify") return verifySources(records, cache, progress("verify"));
  return fetchSources(records, cache, { open: transport() }, progress("fetch"));
}

function lines(records: readonly SourceRecord[], outcomes: readonly Outcome[]): string {
  return records.map((record) => `${line(record)}${status(record, outcomes)}\n`).join("");
}

function line({ id, revision, first, last, licence, files }: SourceRecord): string {
  const terms = licence.spdx ?? "no licence stated";
  const size = `${files.length} files, ${bytesOf(files)} bytes`;
  return [id, revision.slice(0, 8), `${first} to ${last}`, terms, size].join("  ");
}

function status({ id }: SourceRecord, outcomes: readonly Outcome[]): string {
  const own = outcomes.filter(({ record }) => record === id);
  const failed = own.filter(({ problem }) => problem).length;
  if (own.length === 0) return "";
  return failed > 0 ? `  ${failed} failed` : `  ${good("verified")}`;
}

function report(verb: Verb, records: readonly SourceRecord[], outcomes: readonly Outcome[]) {
  return {
    verb,
    sources: records.map(({ id, title, revision, first, last, licence, files }) => {
      const own = outcomes
        .filter(({ record }) => record === id)
        .map(({ file, status }) => ({ path: file.path, status }));
      return {
        id,
        title,
        revision,
        first,
        last,
        licence: licence.spdx,
        files: files.length,
        bytes: bytesOf(files),
        outcomes: own,
      };
    }),
    problems: outcomes.flatMap(({ problem }) => problem ?? []),
  };
}

function bytesOf(files: readonly { bytes: number }[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

await main(command);
