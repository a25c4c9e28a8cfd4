import { describe, expect, test } from "vitest";
import { type Company, recordOf } from "#analyses/sovereignty/companies.ts";
import { gainFacts, windowFacts } from "#analyses/sovereignty/facts/window.ts";
import { chain, matchedSteps } from "#analyses/sovereignty/growth.ts";
import { byRegistry } from "#analyses/sovereignty/placing.ts";
import { basis } from "#test/support/chapter.ts";
import { crawled, registries, renamed } from "#test/support/owners.ts";

const [a, b, c] = ["2025-01-14", "2025-02-14", "2025-03-07"];
const reference = registries({ renames: [renamed("old", "cn")] });

describe("matched growth", () => {
  const rows = [
    crawled(a, "us", 100),
    crawled(a, "old", 40),
    crawled(a, "fr", 7),
    crawled(b, "us", 50),
    crawled(b, "cn", 60),
    crawled(b, "maybe", 1000),
    crawled(c, "us", 75),
    crawled(c, "cn", 90),
    crawled(c, "maybe", 500),
  ];
  const steps = matchedSteps(rows, byRegistry(reference), reference);

  test("compares owners on both crawls, renames linked; who joins or leaves changes nothing", () => {
    expect(steps).toEqual([
      { from: a, to: b, place: "US", before: 100, after: 50, owners: 1 },
      { from: a, to: b, place: "CN", before: 40, after: 60, owners: 1 },
      { from: b, to: c, place: "US", before: 50, after: 75, owners: 1 },
      { from: b, to: c, place: "CN", before: 1060, after: 590, owners: 2 },
    ]);
  });

  test("without the rename the owner leaves one step", () => {
    const unlinked = matchedSteps(rows, byRegistry(reference), registries());
    expect(unlinked.filter(({ place }) => place === "CN").map(({ before }) => before)).toEqual([1060]);
  });

  test("both names on one crawl count as one owner", () => {
    const both = [crawled(a, "old", 1), crawled(a, "cn", 2), crawled(b, "cn", 6)];
    expect(matchedSteps(both, byRegistry(reference), reference)).toEqual([
      { from: a, to: b, place: "CN", before: 3, after: 6, owners: 1 },
    ]);
  });

  test("chained from 100: 100 x 50/100 x 75/50", () => {
    expect(chain(steps, "US", a)).toEqual([
      { observed_on: a, place: "US", index: 100, owners: null },
      { observed_on: b, place: "US", index: 50, owners: 1 },
      { observed_on: c, place: "US", index: 75, owners: 1 },
    ]);
    expect(chain(steps, "CN", a).at(-1)?.index).toBeCloseTo((100 * 60 * 590) / (40 * 1060), 10);
  });

  test("a later start leaves earlier steps out; a place without steps stays at 100", () => {
    expect(chain(steps, "US", b).map(({ index }) => index)).toEqual([100, 150]);
    expect(chain(steps, "KR", a)).toEqual([{ observed_on: a, place: "KR", index: 100, owners: null }]);
  });
});

describe("the record of a company", () => {
  const company: Company = { key: "x", label: "X", owners: ["one", "two"] };
  const rows = [
    crawled(a, "us", 100),
    crawled(b, "one", 20, { first_seen: null }),
    crawled(b, "two", 50, { first_seen: null, in_panel: false }),
    crawled(c, "one", 30, { first_seen: 4 }),
    crawled(c, "us", 100, { first_seen: 9 }),
  ];
  const curated = [
    { observed_on: c, owner: "one", models: 3 },
    { observed_on: c, owner: "two", models: 2 },
    { observed_on: c, owner: "us", models: 9 },
  ];

  test("adds up its namespaces on its first crawl and on the last", () => {
    expect(recordOf(company, rows, curated)).toEqual({
      company,
      first_on: b,
      models_first: 7,
      models_last: 3,
      downloads_first: 70,
      downloads_last: 30,
      new_models: 4,
      curated: 5,
    });
  });

  test("on no crawl, everything but the curated list is unknown, not zero", () => {
    expect(recordOf({ ...company, owners: ["us2"] }, rows, [{ observed_on: c, owner: "us2", models: 3 }])).toEqual({
      company: { ...company, owners: ["us2"] },
      first_on: null,
      models_first: null,
      models_last: null,
      downloads_first: null,
      downloads_last: null,
      new_models: null,
      curated: 3,
    });
  });
});

test("window and gaps in days: 30 before the crawl, 31 and 21 between crawls from 2025 on", () => {
  const starts = { "2024-12-13": "2024-11-13", [a]: "2024-12-15", [b]: "2025-01-15", [c]: "2025-02-05" };
  const rows = Object.entries(starts).map(([day, window_start]) => crawled(day, "us", 10, { window_start }));
  const made = windowFacts(rows, basis);
  expect([made["window-days"]?.value, made["gap-least"]?.value, made["gap-most"]?.value]).toEqual([30, 21, 31]);
});

test("gain of an owner between the last two crawls, in curated downloads", () => {
  const curated = (day: string, owner: string, downloads: number) =>
    crawled(day, owner, 1000, { curated_downloads_30d: downloads, curated_models: 2 });
  const rows = [
    curated(a, "google", 1),
    curated(b, "google", 5),
    curated(c, "google", 12),
    curated(b, "openai", 9),
    curated(c, "openai", 2),
  ];
  const series = { days: [a, b, c], first: a, last: c } as unknown as Parameters<typeof gainFacts>[2];
  const models = [
    { observed_on: c, repo: "google/x", owner: "google", curated: true, downloads_30d: 8 },
    { observed_on: c, repo: "google/y", owner: "google", curated: false, downloads_30d: 99 },
  ];
  const made = gainFacts(rows, models, series, basis);
  expect(made["curated-top-last"]?.value).toBe(8);
  expect([made["google-gain"], made["openai-gain"]].map((fact) => [fact?.value, fact?.n])).toEqual([
    [7, 2],
    [-7, 2],
  ]);
});
