import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal, realFiles } from "#test/fixtures/real.ts";
import * as oracle from "#test/oracles/sovereignty-shares.ts";
import { sovereignty } from "#test/support/sovereignty.ts";

const crawls =
  "2025-01-14 2025-02-14 2025-03-07 2025-04-07 2025-05-07 2025-06-07 2025-07-07 2025-08-07 2025-09-07".split(" ");
const listing = (day: string) => `oslm-crawler/data/${day}/HuggingFace/raw-models-info.jsonl`;

/** Everything that the oracle reads, read once. */
async function read() {
  const [osir, lists] = await Promise.all(["osir-lmts", "tracked-models"].map(realFiles));
  const rows = new Map(
    ["2024-12-13", ...crawls].map((day) => [day, oracle.rawRows(osir?.get(listing(day)) ?? `no file of ${day}`)]),
  );
  const curated = ["models.csv", "extra_models.csv"].map((file) => readFileSync(lists?.get(file) ?? file, "utf8"));
  const on = (day: string) => rows.get(day) ?? [];
  const where = oracle.countries(readFileSync("data/reference/owners.csv", "utf8"));
  return { on, where, ids: oracle.curatedIds(curated), panel: oracle.panel(crawls.map(on)) };
}

describeReal("a plain loop over the raw rows gives what the chapter says", () => {
  let raw: Awaited<ReturnType<typeof read>>;
  let chapter: Chapter;
  beforeAll(async () => {
    raw = await read();
    chapter = await sovereignty();
  }, 120_000);

  const value = (id: string) => Number(chapter.facts.get(id)?.value);
  const inPanel = ({ repo }: oracle.RawModel) => raw.panel.has(repo);
  const curated = (row: oracle.RawModel) => inPanel(row) && raw.ids.has(`${row.repo}/${row.model_name}`.toLowerCase());

  test("the panel is 34 namespaces", () => {
    expect(raw.panel.size).toBe(34);
    expect(value("panel-namespaces")).toBe(34);
  });

  test.each([
    ["first", "2025-01-14"],
    ["last", "2025-09-07"],
  ])("downloads of the panel on its %s crawl, exactly", (end, day) => {
    expect(value(`panel-downloads-${end}`)).toBe(oracle.downloads(raw.on(day), inPanel, raw.where, "US").whole);
  });

  test.each(
    ["US", "CN", "DE"].flatMap(
      (place) =>
        [
          [place, "first", "2025-01-14"],
          [place, "last", "2025-09-07"],
        ] as const,
    ),
  )("share of %s on the %s crawl", (place, end, day) => {
    const { share } = oracle.downloads(raw.on(day), inPanel, raw.where, place);
    expect(Math.abs(value(`${place.toLowerCase()}-share-${end}`) - share)).toBeLessThan(1e-12);
  });

  test.each(["US", "CN"])("curated share of %s on the last crawl", (place) => {
    const { share } = oracle.downloads(raw.on("2025-09-07"), curated, raw.where, place);
    expect(Math.abs(value(`${place.toLowerCase()}-curated-last`) - share)).toBeLessThan(1e-12);
  });

  test("curated models of the panel with a download on the last crawl", () => {
    expect(value("curated-models")).toBe(raw.on("2025-09-07").filter(curated).length);
  });

  test.each([
    ["before", "2024-12-13"],
    ["after", "2025-01-14"],
  ])("China's share over every namespace %s the list grew", (when, day) => {
    const { share } = oracle.downloads(raw.on(day), () => true, raw.where, "CN");
    expect(Math.abs(value(`cn-every-${when}`) - share)).toBeLessThan(1e-12);
  });

  test.each([
    ["before", "2024-12-13"],
    ["after", "2025-01-14"],
    ["last", "2025-09-07"],
  ])("namespaces listed %s", (when, day) => {
    expect(value(`listed-${when}`)).toBe(new Set(raw.on(day).map(({ repo }) => repo)).size);
  });
});

test("the oracle's CSV: quotes, commas and newlines inside them, last line without an end", () => {
  expect(oracle.csv('a,b\n"x, ""y""\nz",2\r\n,3')).toEqual([
    ["a", "b"],
    ['x, "y"\nz', "2"],
    ["", "3"],
  ]);
});
