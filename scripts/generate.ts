import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { defineCommand } from "citty";
import { csvParse } from "d3";
import { generateHub } from "./generator/hub.ts";
import type { HubOptions, RegisteredOwner } from "./generator/options.ts";
import { main, UsageError } from "./lib/cli.ts";
import { pathsAt } from "./lib/paths.ts";
import { progress } from "./lib/progress.ts";

const command = defineCommand({
  meta: {
    name: "npm run generate --",
    description:
      "Generate a Hub: snapshots in the real schemas with made-up rows, and what every statistic of them must be.",
  },
  args: {
    models: { type: "string", default: "10000", description: "Models in the first snapshot, about" },
    datasets: { type: "string", description: "Datasets in it; a third of the models if left out" },
    papers: { type: "string", description: "Daily papers in it; a hundredth of the models if left out" },
    months: { type: "string", default: "4", description: "Snapshots, a month apart" },
    first: { type: "string", description: "Day of the first one; the last is on 2026-05-20 if left out" },
    seed: { type: "string", default: "1", description: "The same seed gives the same Hub" },
    codec: { type: "string", default: "zstd", description: "Compression: zstd or snappy" },
    out: { type: "string", required: true, description: "Folder, missing or empty" },
    json: { type: "boolean", description: "Print JSON" },
  },
  run: async ({ args }) => {
    const folder = resolve(args.out);
    const { codec, first } = args;
    if (codec !== "zstd" && codec !== "snappy") throw new UsageError(`unknown codec "${codec}"; known: zstd, snappy`);
    if (first !== undefined && !/^\d{4}-\d\d-\d\d$/.test(first))
      throw new UsageError(`--first is ${first}; give a day like 2025-01-20`);
    const { models, datasets, papers, months, seed } = args;
    const sizes = numbers({ models, datasets, papers, months, seed });
    const options: HubOptions = { ...sizes, ...(first === undefined ? {} : { first }), codec, owners: registry() };
    const hub = await generateHub(options, folder, progress("generate"));
    const { tables, ...summary } = hub;
    const report = { folder, ...summary, tables: tables.map(({ name, rows }) => ({ name, rows: rows.length })) };
    process.stdout.write(
      args.json ? `${JSON.stringify(report, null, 2)}\n` : `${folder}: ${summary.labels.join(", ")}\n`,
    );
  },
});

type Numbers = Pick<HubOptions, "models" | "seed"> & Partial<Pick<HubOptions, "datasets" | "papers" | "months">>;

function numbers(words: Readonly<Record<string, string | undefined>>): Numbers {
  const given = Object.entries(words).filter(([, word]) => word !== undefined);
  const bad = given.filter(([, word]) => !/^\d{1,9}$/.test(word ?? ""));
  if (bad.length > 0)
    throw new UsageError(bad.map(([name, word]) => `--${name} is ${word}; give a whole number`).join("\n"));
  const { models = 0, seed = 0, ...rest } = Object.fromEntries(given.map(([name, word]) => [name, Number(word)]));
  return { models, seed, ...rest };
}

function registry(): RegisteredOwner[] {
  const rows = csvParse(readFileSync(join(pathsAt().reference, "owners.csv"), "utf8"));
  return rows.map(({ owner = "", country = "", kind = "" }) => ({ owner, country, kind }));
}

await main(command);
