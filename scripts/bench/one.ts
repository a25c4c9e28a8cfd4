import { createHash } from "node:crypto";
import { join } from "node:path";
import { bare } from "./bare-run.ts";
import { pipeline } from "./pipeline-run.ts";

/** Rows of every table, by its name: days as `YYYY-MM-DD`, whole numbers as numbers. */
export type Rows = ReadonlyMap<string, readonly (readonly unknown[])[]>;

const [way, ...dirs] = process.argv.slice(2);
const files = dirs.map((dir) => ({
  models: join(dir, "models.parquet"),
  datasets: join(dir, "datasets.parquet"),
  papers: join(dir, "daily_papers.parquet"),
  observed_on: dir.slice(-10),
  owners: join("data", "reference", "owners.csv"),
}));

const from = performance.now();
const rows = await (way === "bare" ? bare(files) : pipeline(files));
const seconds = (performance.now() - from) / 1000;
const peak = process.resourceUsage().maxRSS / 1e6;
process.stdout.write(JSON.stringify({ seconds, peak, digests: digestsOf(await rows()) }));

function digestsOf(tables: Rows): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...tables].sort().map(([name, own]) => {
      const lines = own.map((row) => JSON.stringify(row)).sort();
      return [name, createHash("sha256").update(lines.join("\n")).digest("hex")];
    }),
  );
}
