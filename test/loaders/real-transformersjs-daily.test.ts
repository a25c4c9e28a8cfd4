import { beforeAll, expect, test } from "vitest";
import transformersjsDaily from "#loaders/transformersjs-daily.ts";
import { querySources } from "#test/fixtures/query.ts";
import { describeReal, realSource } from "#test/fixtures/real.ts";
import { byDay, daysBefore, type RawListed, repeats } from "#test/oracles/transformersjs-daily.ts";
import { rawDaily } from "#test/support/raw-daily.ts";

type Loaded = Record<string, unknown>;

describeReal("the real daily listings of embedding models, against plain loops over their rows", () => {
  let raw: RawListed[];
  let days: Map<string, RawListed[]>;
  let rows: Map<string, Loaded>;

  beforeAll(async () => {
    const files = await realSource("transformersjs-daily");
    raw = await rawDaily(new Map(files.record.files.map(({ path }) => [path, files.local(path)])));
    days = byDay(raw);
    const loaded = await querySources([{ loader: transformersjsDaily, files }], "FROM models");
    rows = new Map(loaded.map((row) => [`${row.observed_on} ${row.repo}`, row]));
  }, 120_000);

  /** Rows whose column is not what a loop over the raw rows says. */
  const wrong = (column: string, expected: (row: RawListed) => unknown) =>
    raw.filter((row) => rows.get(`${row.day} ${row.id}`)?.[column] !== expected(row));
  const listed = (day: string) => days.get(day)?.length;
  const downloads = (day: string) => (days.get(day) ?? []).reduce((sum, row) => sum + row.downloads, 0);

  test("111,873 rows of 721 days, 276 models and 73 authors", () => {
    expect([raw.length, rows.size, days.size]).toEqual([111_873, 111_873, 721]);
    expect([new Set(raw.map(({ id }) => id)).size, new Set(raw.map(({ author }) => author)).size]).toEqual([276, 73]);
    expect([...days.keys()].at(0)).toBe("2024-05-08");
    expect([...days.keys()].at(-1)).toBe("2026-05-07");
  });

  test("owner, kind of account and likes are those of the files", () => {
    expect(wrong("owner", ({ author }) => author)).toEqual([]);
    expect(wrong("owner_type", ({ type }) => type)).toEqual([]);
    expect(wrong("likes", ({ likes }) => likes)).toEqual([]);
    const users = new Set(raw.filter(({ type }) => type === "user").map(({ author }) => author));
    expect([users.size, new Set(raw.map(({ author }) => author)).size - users.size]).toEqual([49, 24]);
  });

  test("2,026 counters of 0 are unknown, 41 of Xenova's on 2024-06-27; all others are as they are", () => {
    const zeros = raw.filter((row) => row.downloads === 0);
    const onThatDay = zeros.filter(({ day, author }) => day === "2024-06-27" && author === "Xenova");
    expect([zeros.length, onThatDay.length]).toEqual([2026, 41]);
    expect(wrong("downloads_30d", (row) => (row.downloads === 0 ? null : row.downloads))).toEqual([]);
  });

  test("four listings repeat every counter of the one before", () => {
    const repeated = repeats(days);
    expect([...repeated]).toEqual([
      ["2024-05-09", "2024-05-08"],
      ["2025-06-29", "2025-06-28"],
      ["2025-06-30", "2025-06-28"],
      ["2025-08-17", "2025-08-16"],
    ]);
    expect(wrong("window_start", ({ day }) => daysBefore(repeated.get(day) ?? day, 30))).toEqual([]);
  });

  test("days cut short lack models that their neighbours have, and the loader adds none", () => {
    expect(["2024-08-28", "2024-08-29"].map(listed)).toEqual([163, 158]);
    expect(["2024-09-13", "2024-09-14", "2024-09-22"].map(listed)).toEqual([164, 91, 86]);
    expect(downloads("2024-09-22") / downloads("2024-09-21")).toBeLessThan(0.14);
    expect(downloads("2024-08-29") / downloads("2024-08-28")).toBeLessThan(0.35);
  });

  test("the cap: 214 models on 2025-09-24, 155 the day after, 100 the day after that", () => {
    expect(["2025-09-24", "2025-09-25", "2025-09-26"].map(listed)).toEqual([214, 155, 100]);
    const sizes = [...days].filter(([day]) => day > "2025-09-25").map(([, { length }]) => length);
    expect([sizes.length, Math.min(...sizes), Math.max(...sizes)]).toEqual([222, 88, 167]);
  });
});
