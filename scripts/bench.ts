import { join } from "node:path";
import { defineCommand } from "citty";
import { benchListing, benchSnapshot } from "./bench/snapshot.ts";
import { type BenchLine, benchTables } from "./bench/tables.ts";
import { benchTruth } from "./bench/truth.ts";
import { main, UsageError } from "./lib/cli.ts";
import { pathsAt } from "./lib/paths.ts";
import { progress } from "./lib/progress.ts";

const benches = ["tables", "truth", "snapshot"] as const;

type Bench = (typeof benches)[number];

/** Sizes of the Hubs, in models, unless said otherwise. */
const usual: Readonly<Record<Exclude<Bench, "snapshot">, string>> = {
  tables: "300000,1000000,3000000,6000000",
  truth: "3000000",
};

const command = defineCommand({
  meta: {
    name: "npm run bench --",
    description:
      "Measure the work beside the least that could do it, in one run; hold it against the truth at full size.",
  },
  args: {
    bench: {
      type: "positional",
      description:
        "tables: evidence tables of generated Hubs, beside bare DuckDB; truth: against the truth file; snapshot: pulls from a loopback Hub, beside curl",
    },
    models: {
      type: "string",
      description: "Sizes of the Hubs, in models (tables: 300000,1000000,3000000,6000000; truth: 3000000)",
      valueHint: "N,N",
    },
    runs: {
      type: "string",
      description: "tables, snapshot: runs of each; the fastest counts",
      valueHint: "N",
      default: "3",
    },
    json: { type: "boolean", description: "Print JSON" },
  },
  run: async ({ args }) => {
    if (!benches.some((known) => known === args.bench)) throw new UsageError(`bench: one of ${benches.join(", ")}`);
    const found = await measure(args.bench as Bench, args.models, whole("--runs", args.runs));
    const tables = found.map((lines) => table(lines)).join("\n");
    process.stdout.write(args.json ? `${JSON.stringify(found.flat(), null, 2)}\n` : tables);
  },
});

/** Tables of what a bench found. */
async function measure(bench: Bench, models: string | undefined, runs: number): Promise<BenchLine[][]> {
  const cache = join(pathsAt().root, ".cache", "bench");
  if (bench === "snapshot") return [await benchSnapshot(runs, cache, progress("snapshot")), await benchListing(cache)];
  const sizes = (models ?? usual[bench]).split(",").map((text) => whole("--models", text));
  return [
    bench === "tables"
      ? await benchTables(sizes, runs, cache)
      : await benchTruth(sizes[0] ?? 0, cache, progress("truth")),
  ];
}

function whole(name: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`${name} takes whole numbers from 1 on, not "${text}"`);
  return Number(text);
}

/** A Markdown table of rows with the same columns. */
function table(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |\n`;
  const body = rows.map((row) => line(names.map((name) => row[name] ?? "")));
  return [line(names), line(names.map(() => "---")), ...body].join("");
}

await main(command);
