import { describe, expect, test } from "vitest";
import { everyFit, lastFit, otherFits } from "#analyses/scale/doubling.ts";
import { listedOf } from "#analyses/scale/listed.ts";
import { daysApart, endOfMonth, monthsBetween } from "#analyses/scale/months.ts";
import { headlineOf, scenariosOf } from "#analyses/scale/scenarios.ts";
import { newest, older, seriesOf } from "#analyses/scale/series.ts";
import { rangeOf, windowsOf } from "#analyses/scale/windows.ts";
import { made, run, totalOf } from "#test/support/scale-rows.ts";

test("months have their days, over the turn of a year and in a leap year", () => {
  expect(monthsBetween("2019-11-14", "2020-02-29")).toEqual(["2019-11-01", "2019-12-01", "2020-01-01", "2020-02-01"]);
  expect(["2020-02-01", "2021-02-28", "2022-12-31"].map(endOfMonth)).toEqual([
    "2020-02-29",
    "2021-02-28",
    "2022-12-31",
  ]);
  expect(daysApart("2022-10-01", "2022-12-30")).toBe(90);
});

describe("a series", () => {
  test("counts months without anything as empty, and dates nothing that has no date", () => {
    const series = seriesOf([made("2022-01", 3), made("2022-04", 2), made(null, 7)]);
    expect(series.months).toEqual([
      { ends: "2022-01-31", created: 3, total: 3 },
      { ends: "2022-02-28", created: 0, total: 3 },
      { ends: "2022-03-31", created: 0, total: 3 },
      { ends: "2022-04-30", created: 2, total: 5 },
    ]);
    expect([series.undated, series.unfinished]).toEqual([7, 0]);
  });

  test("leaves out the month in which it was listed, unless that month was over", () => {
    const rows = (observed_on: string) => [made("2022-08", 3, { observed_on }), made("2022-09", 2, { observed_on })];
    expect(seriesOf(rows("2022-10-01")).months).toHaveLength(2);
    expect(seriesOf(rows("2022-09-30")).months.map(({ ends }) => ends)).toEqual(["2022-08-31"]);
    expect(seriesOf(rows("2022-09-30")).unfinished).toBe(2);
  });

  test("begins its total with what is older than the floor, which is a part of no month", () => {
    const hub = { source: "hub", observed_on: "2024-01-01" };
    const rows = [
      made(null, 10, { ...hub, at_floor: true }),
      made(null, 1, hub),
      made("2022-03", 4, hub),
      made("2022-04", 5, hub),
    ];
    const series = seriesOf(rows);
    expect(series.months).toEqual([
      { ends: "2022-03-31", created: 4, total: 14 },
      { ends: "2022-04-30", created: 5, total: 19 },
    ]);
    expect(series.undated).toBe(1);
  });

  test("is the newest listing of its kind; an older one is asked only for what stands at the floor", () => {
    const hub = { source: "hub", observed_on: "2024-01-01" };
    const early = [made("2022-01", 3), made("2022-03", 9), made("2020-01", 4, { kind: "dataset" })];
    const late = [made(null, 10, { ...hub, at_floor: true }), made("2022-03", 4, hub)];
    expect(newest([...early, ...late], "model")).toEqual(late);
    expect(newest([...early, ...late], "dataset")).toEqual([early[2]]);
    expect(older([...early, ...late], "model")).toEqual(early.slice(0, 2));
    expect(older(early, "model")).toEqual([]);
    const found = listedOf("model", [...early, ...late], [totalOf(late)]);
    expect(found?.before?.months.map(({ ends, created }) => [ends, created])).toEqual([
      ["2022-01-31", 3],
      ["2022-02-28", 0],
    ]);
    expect(listedOf("model", early, [totalOf(early)])?.before).toBeNull();
    expect(listedOf("dataset", late, [totalOf(late)])).toBeNull();
  });
});

describe("windows", () => {
  const series = seriesOf(run("2021-01", [10, 10, 20, 40]));

  test("begin with enough, and end inside the series", () => {
    expect(windowsOf(series, 1, 1).map(({ from, to, times }) => [from, to, times])).toEqual([
      ["2021-01-31", "2021-02-28", 2],
      ["2021-02-28", "2021-03-31", 2],
      ["2021-03-31", "2021-04-30", 2],
    ]);
    expect(windowsOf(series, 2, 20).map(({ times }) => times)).toEqual([4]);
    expect(windowsOf(series, 2, 21)).toEqual([]);
    expect(windowsOf(series, 4, 1)).toEqual([]);
  });

  test("have a least, a median and a largest; of an even number the lower middle", () => {
    const of = (...times: number[]) => rangeOf(times.map((one) => ({ from: "", to: "", times: one })));
    expect(of(5, 3, 9)).toEqual({ least: 3, median: 5, largest: 9 });
    expect(of(5, 3)).toEqual({ least: 3, median: 3, largest: 5 });
  });
});

describe("other ways to count", () => {
  const rows = [
    ...run("2020-12", [1000, 1000, 2000]).map((row, i) =>
      i === 1 ? { ...row, of_largest: 400, without_namespace: 100 } : row,
    ),
    made(null, 50),
  ];
  const totals = (label: RegExp) =>
    scenariosOf(rows)
      .find((one) => label.test(one.label))
      ?.series.months.map(({ total }) => total);

  test("leave out the largest namespaces, and take what is undated or unowned as older", () => {
    expect(headlineOf(rows).series.months.map(({ total }) => total)).toEqual([1000, 2000, 4000]);
    expect(totals(/namespaces with the most/)).toEqual([1000, 1600, 3600]);
    expect(totals(/without a namespace/)).toEqual([1100, 2000, 4000]);
    expect(totals(/without a date/)).toEqual([1050, 2050, 4050]);
    expect(scenariosOf(rows).map(({ least }) => least)).toEqual([100, 2000, 1000, 1000, 1000]);
  });

  test("are tried only where they change something", () => {
    const labels = scenariosOf(run("2021-01", [1000])).map(({ label }) => label);
    expect(labels.filter((label) => /without a/.test(label))).toEqual([]);
  });
});

describe("doubling times", () => {
  const steady = run("2020-01", [
    1024,
    ...Array.from({ length: 24 }, (_, i) => 1024 * (2 ** ((i + 1) / 4) - 2 ** (i / 4))),
  ]);
  const one = headlineOf(steady);

  test("of a total that doubles every four months are four months, over any window", () => {
    expect(lastFit(one)?.fit.doubling).toBeCloseTo(4, 9);
    expect(everyFit(one)).toHaveLength(13);
    for (const { fit } of everyFit(one)) expect(fit.doubling).toBeCloseTo(4, 9);
    const others = otherFits(one, []);
    expect(others.map(({ label }) => label)).toEqual([
      "fitted to the last 6 months",
      "fitted to the last 18 months",
      "fitted to the last 24 months",
      "fitted to all months",
      "fitted to what each month added",
    ]);
    for (const { value } of others) expect(value).toBeCloseTo(4, 9);
  });

  test("are none where the series is shorter than a year", () => {
    expect(lastFit(headlineOf(run("2022-01", Array(12).fill(1000))))).toBeNull();
    expect(lastFit(headlineOf(run("2021-08", Array(13).fill(1000))))?.from).toBe("2021-08-31");
  });
});
