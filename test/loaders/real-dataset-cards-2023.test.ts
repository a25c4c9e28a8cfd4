import { beforeAll, expect, test } from "vitest";
import loaders from "#loaders/dataset-cards-2023.ts";
import { querySources } from "#test/fixtures/query.ts";
import { describeReal, realSource } from "#test/fixtures/real.ts";
import { byTask, type RawDataset, utcDayOf } from "#test/oracles/dataset-cards-2023.ts";
import { rawParquet } from "#test/support/raw-rows.ts";

type Rows = Record<string, unknown>[];

describeReal("the real listing of datasets of 2023, against plain loops over its rows", () => {
  let raw: RawDataset[];
  let rows: Rows;
  let tags: Rows;

  beforeAll(async () => {
    const files = await realSource("dataset-cards-2023");
    raw = (await rawParquet(files.local(files.record.files[0]?.path ?? ""))) as unknown as RawDataset[];
    const loads = loaders.map((loader) => ({ loader, files }));
    rows = await querySources(loads, "FROM datasets");
    tags = await querySources(loads, "FROM tags");
  }, 60_000);

  const counted = (test: (row: RawDataset) => boolean): number => raw.filter(test).length;

  test("24,065 datasets of 7,811 authors, each once, none but the 752 of huggingface without a namespace", () => {
    expect([raw.length, rows.length, new Set(rows.map(({ repo_key }) => repo_key)).size]).toEqual(
      Array(3).fill(24_065),
    );
    expect(new Set(raw.map(({ author }) => author)).size).toBe(7811);
    expect(rows.filter(({ owner }) => owner === "(none)")).toHaveLength(752);
    expect(new Set(raw.filter((row) => !row.dataset_name.includes("/")).map(({ author }) => author))).toEqual(
      new Set(["huggingface"]),
    );
    const authors = new Map(raw.map(({ dataset_name, author }) => [dataset_name, author]));
    expect(rows.filter(({ repo, owner }) => owner !== "(none)" && owner !== authors.get(String(repo)))).toEqual([]);
  });

  test("20,580 have no task, 21,350 no domain; 40 categories, and robotics is none of them", () => {
    expect(counted(({ task }) => task === "None")).toBe(20_580);
    expect(new Set(tags.map(({ repo_key }) => repo_key)).size).toBe(24_065 - 20_580);
    expect(rows.filter(({ domain }) => domain === null)).toHaveLength(21_350);
    const expected = byTask(raw);
    const found = Map.groupBy(tags, ({ tag }) => String(tag).replace("task_categories:", ""));
    expect(new Map([...found].map(([task, of]) => [task, of.length] as const))).toEqual(expected);
    expect([expected.size, expected.has("robotics"), expected.has("None")]).toEqual([40, false, false]);
  });

  test("every day is that of the time in UTC; 788 times are not, and eight of them fall on another day", () => {
    const days = new Map(raw.map((row) => [row.dataset_name, utcDayOf(row.dataset_creation_time)]));
    expect(rows.filter(({ repo, created_on }) => days.get(String(repo)) !== created_on)).toEqual([]);
    expect(counted((row) => !row.dataset_creation_time.endsWith("+0000"))).toBe(788);
    const local = (text: string) => utcDayOf(`${text.slice(0, -5)}+0000`);
    expect(counted(({ dataset_creation_time: text }) => local(text) !== utcDayOf(text))).toBe(8);
    const sorted = [...days.values()].sort();
    expect([sorted[0], sorted.at(-1)]).toEqual(["2021-02-05", "2023-03-16"]);
    expect(rows.filter(({ created_on, at_floor }) => created_on === null || at_floor !== null)).toEqual([]);
  });

  test("14,011 have a card file, 7,433 a card that says something; 16,011 no downloads, and counters are whole", () => {
    expect(
      [rows.filter((row) => row.has_card_file), rows.filter((row) => row.has_card)].map(({ length }) => length),
    ).toEqual([14_011, 7433]);
    expect(counted((row) => row.has_card)).toBe(14_011);
    expect(rows.filter(({ downloads_30d }) => downloads_30d === 0)).toHaveLength(16_011);
    expect(counted(({ downloads }) => !Number.isInteger(downloads))).toBe(0);
    const sum = (of: readonly unknown[]) => of.reduce((total: number, value) => total + Number(value), 0);
    expect(sum(rows.map((row) => row.downloads_30d))).toBe(sum(raw.map((row) => row.downloads)));
  });
});
