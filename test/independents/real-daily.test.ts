import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal, realSource } from "#test/fixtures/real.ts";
import { byDay, type RawListed } from "#test/oracles/transformersjs-daily.ts";
import { committed, independents } from "#test/support/independents.ts";
import { rawDaily } from "#test/support/raw-daily.ts";
import { rawParquet } from "#test/support/raw-rows.ts";

const first = "Xenova";

describeReal("user accounts on the daily listings, against plain loops over their rows", () => {
  let days: Map<string, RawListed[]>;
  let chapter: Chapter;
  let last: Record<string, unknown>[];

  beforeAll(async () => {
    const files = await realSource("transformersjs-daily");
    days = byDay(await rawDaily(new Map(files.record.files.map(({ path }) => [path, files.local(path)]))));
    const newest = files.record.files.find(({ path }) => path.endsWith("_07-05-2026.parquet"));
    last = await rawParquet(files.local(newest?.path ?? ""));
    chapter = await independents();
  }, 120_000);

  const value = (id: string) => chapter.facts.get(id)?.value;
  const add = (rows: readonly RawListed[], holds: (row: RawListed) => boolean): number => {
    let sum = 0;
    for (const row of rows) if (holds(row)) sum += row.downloads;
    return sum;
  };
  const part = (day: string, holds: (row: RawListed) => boolean): number =>
    add(days.get(day) ?? [], holds) / add(days.get(day) ?? [], () => true);
  const user = ({ type }: RawListed): boolean => type === "user";

  /** Days whose listing lacks a twentieth of the downloads of the day before, in models that the next one has again. */
  function cutShort(): Set<string> {
    const all = [...days];
    const cut = new Set<string>();
    for (let i = 1; i < all.length - 1; i += 1) {
      const [[, before], [day, own], [, after]] = [all[i - 1] ?? ["", []], all[i] ?? ["", []], all[i + 1] ?? ["", []]];
      const [here, next] = [new Set(own.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
      const lost = add(before, ({ id }) => !here.has(id) && next.has(id));
      if (lost / add(before, () => true) > 0.05) cut.add(day);
    }
    return cut;
  }

  test("shares on the ends of months: 21, 55 and 15 percent within two", () => {
    const ends = ["2026-01-31", "2026-02-28", "2026-03-31"];
    expect(ends.map((day) => Math.round(part(day, user) * 100))).toEqual([21, 55, 15]);
    for (const day of [...ends, "2024-05-31", "2025-09-30"]) {
      const own = (committed()["daily-accounts"] ?? []).filter(({ observed_on }) => observed_on === day);
      const sum = (rows: typeof own) => rows.reduce((all, row) => all + Number(row.downloads_30d ?? 0), 0);
      const users = own.filter(({ owner_type }) => owner_type === "user");
      expect(sum(users) / sum(own), day).toBeCloseTo(part(day, user), 12);
    }
  });

  test("days that are cut short are those that lack large models, three of them before the cap", () => {
    const cut = [...cutShort()];
    expect(cut.filter((day) => day < "2025-09-25")).toEqual(["2024-08-29", "2024-09-14", "2024-09-22"]);
    expect(cut).toEqual(expect.arrayContaining(["2025-10-20", "2026-03-26"]));
    expect(value("days-counted")).toBe(days.size - cut.length);
  });

  test("the last listing, the least, the most, and all without one account", () => {
    const cut = cutShort();
    const whole = [...days.keys()].filter((day) => !cut.has(day));
    const shares = whole.map((day) => part(day, user));
    const most = Math.max(...shares);
    expect(value("user-last")).toBeCloseTo(part("2026-05-07", user), 12);
    expect([value("user-least"), value("user-most")]).toEqual([
      expect.closeTo(Math.min(...shares), 12),
      expect.closeTo(most, 12),
    ]);
    expect(value("user-most-day")).toBe(whole[shares.indexOf(most)]);
    const others = whole.map((day) => part(day, (row) => user(row) && row.author !== first));
    expect(value("other-users-most")).toBeCloseTo(Math.max(...others), 12);
    expect(value("one-account-last")).toBeCloseTo(
      part("2026-05-07", ({ author }) => author === first) / part("2026-05-07", user),
      12,
    );
  });

  test("the listing marks the first account as staff of the platform, and calls it a user", () => {
    const marks = last.filter(({ author }) => author === first).map(({ authorData }) => authorData);
    expect(marks.length).toBeGreaterThan(50);
    expect(marks).toEqual(marks.map(() => expect.objectContaining({ isHf: true, type: "user" })));
  });

  test("no other account of a user comes near: the first has most of any on every day but the earliest ones", () => {
    const totals = new Map<string, number>();
    for (const rows of days.values())
      for (const row of rows) if (user(row)) totals.set(row.author, (totals.get(row.author) ?? 0) + row.downloads);
    const [[name, most] = ["", 0], [, second] = ["", 0]] = [...totals].sort((a, b) => b[1] - a[1]);
    expect(name).toBe(first);
    expect(most / second).toBeGreaterThan(100);
  });
});
