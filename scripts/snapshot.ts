import { availableParallelism } from "node:os";
import { defineCommand } from "citty";
import { DataError } from "#loaders/schema/errors.ts";
import { main, UsageError } from "./lib/cli.ts";
import { pathsAt } from "./lib/paths.ts";
import { progress } from "./lib/progress.ts";
import { admitSnapshot, checkSnapshot, type Outcome } from "./lib/snapshots/admit.ts";
import type { Accepted } from "./lib/snapshots/decide.ts";
import { listLines, listSnapshots } from "./lib/snapshots/list.ts";
import { linesOf, refusalOf, reportOf } from "./lib/snapshots/report.ts";

const verbs = ["admit", "check", "list"] as const;
type Verb = (typeof verbs)[number];

const command = defineCommand({
  meta: {
    name: "npm run snapshot --",
    description:
      "Hold a snapshot of the Hub against the rules of data/reference/gates.csv, and admit it to its source if it keeps them.",
  },
  args: {
    verb: {
      type: "positional",
      required: false,
      description:
        "admit DIR (a folder with snapshot.json and its Parquet files), check DIR (the same rules, changes nothing), or list (default)",
    },
    accept: {
      type: "string",
      description: "Rules that the snapshot may break, joined by commas; a record that the methodology prints",
      valueHint: "models/RULE,...",
    },
    because: { type: "string", description: "Why these rules may be broken", valueHint: "REASON" },
    json: { type: "boolean", description: "Print JSON" },
  },
  run: async ({ args }) => {
    const { verb, dir } = parse(args._);
    const accepted = acceptedOf(args.accept, args.because);
    const paths = pathsAt();
    if (verb === "list") return print(await listSnapshots(paths), listLines, args.json);
    const options = { paths, accepted, threads: availableParallelism(), progress };
    const outcome = await (verb === "admit" ? admitSnapshot(dir, options) : checkSnapshot(dir, options));
    process.stdout.write(args.json ? json(reportOf(outcome)) : linesOf(outcome));
    raiseRefusal(outcome, verb);
  },
});

function parse(words: readonly string[]): { verb: Verb; dir: string } {
  const [first = "list", dir = "", ...rest] = words;
  const verb = verbs.find((known) => known === first);
  if (!verb) throw new UsageError(`unknown verb "${first}"; known: ${verbs.join(", ")}`);
  if (rest.length > 0 || (verb === "list" && dir !== "")) throw new UsageError(`${verb} takes one folder at most`);
  if (verb !== "list" && dir === "") throw new UsageError(`${verb} needs the folder of a snapshot`);
  return { verb, dir };
}

function acceptedOf(accept: string | undefined, because: string | undefined): Accepted {
  const rules = (accept ?? "").split(",").filter((rule) => rule !== "");
  const reason = (because ?? "").trim();
  if (rules.length > 0 && reason === "") throw new UsageError('--accept needs --because "..."');
  if (rules.length === 0 && because !== undefined) throw new UsageError("--because needs --accept RULE");
  return { rules: [...new Set(rules)], because: reason, on: new Date().toISOString().slice(0, 10) };
}

function print<T>(value: T, lines: (value: T) => string, asJson: boolean | undefined): void {
  process.stdout.write(asJson ? json(value) : lines(value));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function raiseRefusal(outcome: Outcome, verb: Verb): void {
  if (outcome.verdict !== "refused") return;
  const { source, label } = outcome.folder.origin;
  const kept = verb === "admit" ? `; it is in .cache/quarantine/${source}/${label}` : "";
  throw new DataError(`snapshot ${source} ${label} is refused, what was in use stays${kept}`, refusalOf(outcome));
}

await main(command);
