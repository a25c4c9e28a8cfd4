import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { copies } from "../lib/hub/copies.ts";
import type { Progress } from "../lib/progress.ts";
import { type BenchLine, generated } from "./tables.ts";
import { label, serving, wireHub } from "./wire.ts";

const run = promisify(execFile);

/** A file to pull, and how its repository keeps it. */
interface Case {
  readonly source: keyof typeof copies;
  readonly megabytes: number;
}

const cases: readonly Case[] = [
  ...[250, 1000, 2000].map((megabytes) => ({ source: "weekly", megabytes }) as const),
  ...[250, 1000, 2000].map((megabytes) => ({ source: "daily", megabytes }) as const),
];

/** What one run measured: seconds, and the largest resident memory of its process in GB of 10^9 bytes. */
interface Measured {
  readonly seconds: number;
  readonly peak: number;
}

/**
 * Pulls from a loopback Hub, sha256 included, in turn with `curl` of the same file; the fastest of each counts. Each
 * begins by giving its last file up, so that both find memory for the disk's cache in the same state.
 */
export async function benchSnapshot(runs: number, cache: string, progress: Progress): Promise<BenchLine[]> {
  progress.start(cases.length * runs);
  const lines: BenchLine[] = [];
  for (const one of cases)
    lines.push(
      await serving(await wireHub(one.megabytes, cache), async (url) => {
        const [curls, pulls]: [Measured[], Measured[]] = [[], []];
        for (let i = 0; i < runs; i++) {
          curls.push(await curl(url, one, join(cache, "curl")));
          pulls.push(await pull(url, one, join(cache, "pull")));
          progress.step(`${one.source} ${one.megabytes} MB`);
        }
        for (const made of ["curl", "pull"]) await rm(join(cache, made), { recursive: true, force: true });
        return lineOf(one, fastest(curls), fastest(pulls));
      }),
    );
  progress.stop();
  return lines;
}

function lineOf({ source, megabytes }: Case, curled: Measured, pulled: Measured): BenchLine {
  return {
    kept: source === "weekly" ? "plain" : "Xet",
    "file, GB": megabytes / 1000,
    "curl, s": curled.seconds.toFixed(2),
    "pull, s": pulled.seconds.toFixed(2),
    "of curl's speed": (curled.seconds / pulled.seconds).toFixed(2),
    "MB a second": Math.round(megabytes / pulled.seconds),
    "peak, GB": pulled.peak.toFixed(2),
  };
}

function fastest(all: readonly Measured[]): Measured {
  const seconds = Math.min(...all.map((one) => one.seconds));
  return { seconds, peak: Math.max(...all.map(({ peak }) => peak)) };
}

async function curl(url: string, { source }: Case, to: string): Promise<Measured> {
  const { repository, place } = copies[source];
  const at = `${url}/datasets/${repository}/resolve/main/${(place as (...of: string[]) => string)("models", label)}`;
  const { stdout } = await run("curl", ["-sfL", "-o", to, "-w", "%{time_total}", at]);
  return { seconds: Number(stdout), peak: 0 };
}

async function pull(url: string, { source }: Case, to: string): Promise<Measured> {
  const { stdout } = await run(process.execPath, [join("scripts", "bench", "pull-run.ts"), url, source, label, to]);
  return JSON.parse(stdout) as Measured;
}

/** Models of the generated Hub whose list is read. */
const listed = 20_000;

/** Requests to the API that anybody may make in a window, and the seconds of it, as documented. */
const allowed = { requests: 500, seconds: 300 } as const;

/** Reads a list of the loopback Hub to its end, beside what the documented limit allows to the anonymous. */
export async function benchListing(cache: string): Promise<BenchLine[]> {
  const dir = join(cache, `listing-${listed}`);
  await rm(dir, { recursive: true, force: true });
  await generated(listed, dir);
  return await serving(dir, async (url) => {
    const { stdout } = await run(process.execPath, [join("scripts", "bench", "list-run.ts"), url]);
    const { seconds, rows, requests, peak } = JSON.parse(stdout) as Measured & { rows: number; requests: number };
    const [ours, limit] = [rows / seconds, (allowed.requests / allowed.seconds) * (rows / requests)];
    const words = { "models listed": rows, requests, "rows a second": Math.round(ours) };
    return [
      {
        ...words,
        "the limit allows": Math.round(limit),
        times: (ours / limit).toFixed(1),
        "peak, GB": peak.toFixed(2),
      },
    ];
  });
}
