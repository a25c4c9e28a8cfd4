import { defineCommand } from "citty";
import type { SourceRecord } from "#loaders/schema/source.ts";
import { choose, main, UsageError } from "./lib/cli.ts";
import { type Paths, pathsAt } from "./lib/paths.ts";
import { pinsOf } from "./lib/pin.ts";
import { progress } from "./lib/progress.ts";
import { readRecords } from "./lib/records.ts";
import { linesOf, reportOf } from "./lib/sources-report.ts";
import { fetchSources, type Outcome, raiseFailures, verifySources } from "./lib/store.ts";
import { transport } from "./lib/transport.ts";

const verbs = ["list", "fetch", "verify", "pin"] as const;
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
      description:
        "list, fetch (default), verify (no network) or pin (print the pins that records should have); then ids of sources, all if none",
    },
    json: { type: "boolean", description: "Print JSON" },
  },
  run: async ({ args }) => {
    const { verb, ids } = parse(args._);
    const paths = pathsAt();
    const records = await chosen(ids, paths);
    if (verb === "pin") return printPins(records, paths);
    const outcomes = await act(verb, records, paths);
    const report = { verb, ...reportOf(records, outcomes) };
    process.stdout.write(args.json ? `${JSON.stringify(report, null, 2)}\n` : linesOf(records, outcomes));
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

async function chosen(asked: readonly string[], paths: Paths): Promise<SourceRecord[]> {
  const all = await readRecords(paths.sources);
  const known = all.map(({ id }) => id);
  const ids = choose(asked, known, "source");
  return all.filter(({ id }) => ids.includes(id));
}

async function printPins(records: readonly SourceRecord[], { root }: Paths): Promise<void> {
  const open = transport();
  const pins: Record<string, unknown> = {};
  for (const record of records) pins[record.id] = await pinsOf(record, root, open);
  process.stdout.write(`${JSON.stringify(pins, null, 2)}\n`);
}

function act(verb: Verb, records: readonly SourceRecord[], paths: Paths): Promise<Outcome[]> {
  if (verb === "list") return Promise.resolve([]);
  if (verb === "verify") return verifySources(records, paths, progress("verify"));
  return fetchSources(records, paths, { open: transport() }, progress("fetch"));
}

await main(command);
