import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { generateHub } from "#scripts/generator/hub.ts";
import type { HubOptions } from "#scripts/generator/options.ts";
import { type Read, recounted } from "./recount.ts";
import { recountedSovereignty } from "./recount-sovereignty.ts";
import { recountedWindow } from "./recount-windows.ts";
import { type Cell, grouped, registry, rowsOf, scratch, sorted, sum, type Table, truthOf } from "./support.ts";
import { typed } from "./typed.ts";

const byOwner = new Map(registry.map((row) => [row.owner.toLowerCase(), row]));
const owner = (name: string) => byOwner.get(name.toLowerCase())?.owner ?? "(unregistered)";
const country = (name: string) => byOwner.get(name.toLowerCase())?.country || "ZZ";

const cases: readonly (readonly [string, Partial<HubOptions>])[] = [
  ["four months", { months: 4 }],
  ["months of every era", { days: ["2024-08-20", "2024-12-20", "2025-05-20", "2025-06-20", "2026-03-20"] }],
  ["a series in which one snapshot has no _id", { months: 4, withoutIds: [2] }],
];

describe.each(cases)("truth by construction equals a count of the rows: %s", (_, more) => {
  const folder = join(scratch(), "hub");
  let truth: Readonly<Record<string, Table>> = {};
  const counted = new Map<string, Cell[][]>();

  beforeAll(async () => {
    const { labels, days } = await generateHub({ models: 3000, seed: 7, owners: registry, ...more }, folder);
    truth = truthOf(folder);
    const reads: Read[] = [];
    for (const [n, label] of labels.entries()) {
      const file = (table: string, columns = "*") =>
        `SELECT ${columns} FROM '${join(folder, label, `${table}.parquet`)}'`;
      const slim = "* EXCLUDE (siblings) REPLACE ({total: safetensors.total} AS safetensors)";
      const models = (await rowsOf(file("models", slim))).map((row) => typed(row, "model"));
      const datasets = (await rowsOf(file("datasets"))).map((row) => typed(row, "dataset"));
      reads.push({ day: days[n] ?? "", models, datasets });
      collect({ "hub-papers": papers(days[n] ?? "", await rowsOf(file("daily_papers"))) });
    }
    for (const read of reads) collect(recounted(read, owner));
    reads.slice(1).forEach((read, n) => {
      collect(recountedWindow(reads[n] as Read, read, owner));
    });
    const list = JSON.parse(readFileSync(join(folder, "curated.json"), "utf8")) as string[];
    collect(recountedSovereignty(reads, list, { owner, country }));
  }, 60_000);

  function collect(tables: Readonly<Record<string, Cell[][]>>): void {
    for (const [name, rows] of Object.entries(tables)) counted.set(name, [...(counted.get(name) ?? []), ...rows]);
  }

  const names = [
    "hub-totals",
    "hub-owners",
    "hub-created",
    "hub-download-counts",
    "hub-licences",
    "hub-tasks",
    "hub-libraries",
    "hub-sizes",
    "hub-derivatives",
    "hub-gating",
    "hub-dataset-tasks",
    "hub-papers",
    "hub-windows",
    "hub-flows",
    "owner-downloads",
    "countries",
    "top-models",
    "curated-models",
  ];

  test("every table has been counted", () => {
    const own = Object.keys(truth).filter((name) => !name.includes("/"));
    expect(own.sort(), "tables of chapters have tests in test/hub").toEqual([...names].sort());
    expect([...counted.keys()].sort()).toEqual([...names].sort());
  });

  test.each(names)("%s", (name) => {
    const rows = counted.get(name) ?? [];
    expect(rows.length).toBeGreaterThan(name === "hub-flows" ? 2 : 3);
    expect(sorted(truth[name]?.rows ?? [])).toEqual(sorted(rows));
  });
});

function papers(day: string, rows: readonly Readonly<Record<string, unknown>>[]): Cell[][] {
  const organisations = (all: typeof rows) =>
    new Set(
      all.flatMap((row) =>
        row["paper_organization.name"] === null ? [] : [String(row["paper_organization.name"]).toLowerCase()],
      ),
    );
  return grouped(
    rows,
    (row) => [day, `${(row.publishedAt as Date).toISOString().slice(0, 7)}-01`],
    (all) => all.length,
    sum((row) => Number(row.paper_upvotes)),
    (all) => all.filter((row) => row.paper_githubRepo !== null).length,
    (all) => organisations(all).size,
  );
}
