import { availableParallelism } from "node:os";
import { defineCommand } from "citty";
import { DataError } from "#loaders/schema/errors.ts";
import { main } from "./lib/cli.ts";
import { openHub } from "./lib/hub/hub.ts";
import { pullSnapshot } from "./lib/hub/pull.ts";
import { pullListing } from "./lib/hub/pull-listing.ts";
import { pathsAt } from "./lib/paths.ts";
import { progress } from "./lib/progress.ts";
import { type AdmitOptions, admitSnapshot, checkSnapshot, type Outcome } from "./lib/snapshots/admit.ts";
import { foundIn } from "./lib/snapshots/found.ts";
import { listLines, listSnapshots } from "./lib/snapshots/list.ts";
import { checkTop, listedLines, listedOn, listedReport } from "./lib/snapshots/listed.ts";
import { acceptedOf, type Call, callOf } from "./lib/snapshots/options.ts";
import { pulledLines, pulledReport } from "./lib/snapshots/pulled.ts";
import { linesOf, refusalOf, reportOf } from "./lib/snapshots/report.ts";
import { feedOf } from "./lib/snapshots/series/feed.ts";
import type { SeriesCall } from "./lib/snapshots/series/options.ts";
import { endLine, seriesReport, stepLine } from "./lib/snapshots/series/report.ts";
import { raiseSeries, runSeries } from "./lib/snapshots/series/run.ts";
import type { Step } from "./lib/snapshots/series/step.ts";

const command = defineCommand({
  meta: {
    name: "npm run snapshot --",
    description:
      "Pull a snapshot of the Hub, hold it against the rules of data/reference/gates.csv, and admit it to its source if it keeps them.",
  },
  args: {
    verb: {
      type: "positional",
      required: false,
      description:
        "pull (what --source alone means too), admit DIR (a folder with snapshot.json and its Parquet files), check DIR (the same rules, changes nothing), or list (default)",
    },
    source: {
      type: "string",
      description: "weekly: Parquet copies by week; daily: those of a day or commit; listing: the API, for --top",
      valueHint: "weekly|daily|listing",
    },
    date: {
      type: "string",
      description: "weekly: the week's label; daily: the last commit on that day or before it",
      valueHint: "YYYY-MM-DD",
    },
    revision: { type: "string", description: "daily: a commit, tag or branch instead", valueHint: "SHA" },
    top: { type: "string", description: "listing: how many repositories", valueHint: "N" },
    from: { type: "string", description: "pull a series: its first day", valueHint: "YYYY-MM-DD" },
    to: { type: "string", description: "series: no day after this one", valueHint: "YYYY-MM-DD" },
    every: { type: "string", description: "series: days, weeks or months between snapshots", valueHint: "Nd|Nw|Nm" },
    "keep-raw": { type: "boolean", description: "series: keep raw files; without, reduced copies take their place" },
    check: { type: "boolean", description: "pull: hold it against the rules, but do not admit it" },
    accept: {
      type: "string",
      description: "Rules that the snapshot may break, joined by commas; a record that the methodology prints",
      valueHint: "models/RULE,...",
    },
    because: { type: "string", description: "Why these rules may be broken", valueHint: "REASON" },
    json: { type: "boolean", description: "Print JSON" },
  },
  run: async ({ args }) => {
    const call = callOf(args._, args);
    const accepted = acceptedOf(args, new Date().toISOString().slice(0, 10));
    await perform(call, { paths: pathsAt(), accepted, threads: availableParallelism(), progress }, args.json ?? false);
  },
});

async function perform(call: Call, options: AdmitOptions, asJson: boolean): Promise<void> {
  const { paths } = options;
  if (call.verb === "list") {
    const listing = await listSnapshots(paths);
    return print(asJson, listing, () => listLines(listing));
  }
  if (call.verb === "listing") return await list(call, options, asJson);
  if (call.verb === "pull") return await pull(call, options, asJson);
  if (call.verb === "series") return await series(call, options, asJson);
  const admits = call.verb === "admit";
  const outcome = await (admits ? admitSnapshot : checkSnapshot)(call.dir, options);
  print(asJson, reportOf(outcome), () => linesOf(outcome));
  raiseRefusal(outcome, admits);
}

type PullCall = Extract<Call, { verb: "pull" | "listing" }>;

/** Lists what is most downloaded, unless the list of today is admitted. */
async function list(call: Extract<Call, { verb: "listing" }>, options: AdmitOptions, asJson: boolean): Promise<void> {
  await checkTop(call.top, options.paths);
  const known = await listedOn(new Date().toISOString().slice(0, 10), options.paths);
  if (known === null) return await pull(call, options, asJson);
  print(asJson, listedReport(known), () => listedLines(known));
}

async function pull(call: PullCall, options: AdmitOptions, asJson: boolean): Promise<void> {
  const admits = !call.check;
  const outcome = await (admits ? admitSnapshot : checkSnapshot)(await brought(call, options), options);
  const found = await foundIn(outcome, options.paths);
  print(asJson, pulledReport(outcome, found), () => pulledLines(outcome, found));
  raiseRefusal(outcome, admits);
}

/** The folder of what was pulled. */
async function brought(call: PullCall, { paths }: AdmitOptions): Promise<string> {
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  const hub = openHub({ tell });
  if (call.verb === "listing") return await pullListing({ top: call.top }, { hub, paths, progress, tell });
  return await pullSnapshot(call.wanted, { hub, paths, progress });
}

async function series(call: SeriesCall, options: AdmitOptions, asJson: boolean): Promise<void> {
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  const feed = await feedOf(call.source, { hub: openHub({ tell }), paths: options.paths, progress });
  const own = { ...options, on: options.accepted.on, keepRaw: call.keepRaw };
  const line = (step: Step) => void (asJson ? null : process.stdout.write(stepLine(step)));
  const result = await runSeries(call.span, feed, own, line);
  print(asJson, seriesReport(result), () => endLine(result));
  raiseSeries(result);
}

function print(asJson: boolean, value: unknown, lines: () => string): void {
  process.stdout.write(asJson ? `${JSON.stringify(value, null, 2)}\n` : lines());
}

function raiseRefusal(outcome: Outcome, kept: boolean): void {
  if (outcome.verdict !== "refused") return;
  const { source, label } = outcome.folder.origin;
  const place = kept ? `; it is in .cache/quarantine/${source}/${label}` : "";
  throw new DataError(`snapshot ${source} ${label} is refused, what was in use stays${place}`, refusalOf(outcome));
}

await main(command);
