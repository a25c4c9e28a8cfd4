import { describe, expect, test } from "vitest";
import { byRegistry, moved, onlyConfident } from "#analyses/sovereignty/placing.ts";
import { banded } from "#analyses/sovereignty/series.ts";
import { at, byPlace, crossings, days, fraction } from "#analyses/sovereignty/shares.ts";
import { scenarios, shareVariants } from "#analyses/sovereignty/variants.ts";
import { crawled, elsewhere, registries, renamed, tableOf } from "#test/support/owners.ts";

const [day, next] = ["2025-01-14", "2025-02-14"];
const place = byRegistry(registries());

describe("byPlace", () => {
  const rows = tableOf([
    crawled(next, "us", 30, { curated_models: 1, curated_downloads_30d: 4 }),
    crawled(day, "us", 60, { curated_models: 2, curated_downloads_30d: 10 }),
    crawled(day, "cn", 20, { curated_models: 1, curated_downloads_30d: 15 }),
    crawled(day, "maybe", 10),
    crawled(day, "nobody", 10, { namespaces: 3 }),
  ]);
  const january = { observed_on: day, whole: 100, unknown: 10, models: 10 };

  test("adds up owners of a place, largest first; the whole and the unknown stand on every row", () => {
    expect(byPlace(rows, place)).toEqual([
      { ...january, place: "US", downloads: 60, namespaces: 1 },
      { ...january, place: "CN", downloads: 30, namespaces: 2 },
      { ...january, place: "ZZ", downloads: 10, namespaces: 3 },
      { observed_on: next, place: "US", downloads: 30, namespaces: 1, whole: 30, unknown: 0, models: 3 },
    ]);
  });

  test("by curated downloads, models are the curated ones", () => {
    expect(
      byPlace(rows, place, "curated_downloads_30d").map((row) => [
        row.observed_on,
        row.place,
        row.downloads,
        row.whole,
        row.models,
      ]),
    ).toEqual([
      [day, "CN", 15, 25, 3],
      [day, "US", 10, 25, 3],
      [day, "ZZ", 0, 25, 3],
      [next, "US", 4, 4, 1],
    ]);
  });

  const shares = byPlace(rows, place);
  test.each([
    [day, "US", 0.6],
    [day, "CN", 0.3],
    [day, "ZZ", 0.1],
    [day, "FR", 0],
    [next, "US", 1],
    [next, "CN", 0],
  ])("on %s, %s holds %d", (on, where, share) => expect(fraction(shares, on, where)).toBeCloseTo(share, 12));

  test("a day without a crawl is an error", () => {
    expect(() => at(shares, "2025-03-14", "US")).toThrow("no crawl on 2025-03-14");
  });

  test("days, first to last", () => expect(days(shares)).toEqual([day, next]));
});

test("crossings: only from below to above; a first lead is none, a tie is not above", () => {
  const on = (month: number, cn: number, us: number) => [
    crawled(`2025-0${month}-01`, "cn", cn),
    crawled(`2025-0${month}-01`, "us", us),
  ];
  const of = (...pairs: [number, number][]) =>
    crossings(byPlace(tableOf(pairs.flatMap(([cn, us], i) => on(i + 1, cn, us))), place), "CN", "US");
  expect(of([1, 2], [3, 2], [1, 2], [3, 2])).toEqual(["2025-02-01", "2025-04-01"]);
  expect(of([3, 2], [4, 2])).toEqual([]);
  expect(of([1, 2], [2, 2], [3, 2])).toEqual(["2025-03-01"]);
  expect(of([1, 2], [1, 2])).toEqual([]);
});

describe("placing", () => {
  test.each([
    ["us", "US"],
    ["CN", "CN"],
    ["nobody", "ZZ"],
    ["lost", "ZZ"],
    ["somebody", "ZZ"],
  ])("%s is in %s", (owner, where) => {
    expect(place(owner)).toBe(where);
  });

  test("moved changes the named owners alone; onlyConfident forgets those of less than high confidence", () => {
    const other = moved(place, new Map([["us", "CA"]]));
    expect(["us", "cn"].map(other)).toEqual(["CA", "CN"]);
    const sure = onlyConfident(place, registries());
    expect(["us", "maybe", "MAYBE"].map(sure)).toEqual(["US", "ZZ", "ZZ"]);
  });
});

describe("scenarios", () => {
  const reference = registries({
    alternatives: [
      elsewhere("cn", "SG"),
      elsewhere("cn", "CN"),
      elsewhere("us", "ZZ"),
      elsewhere("cn", "SG"),
      elsewhere("absent", "FR"),
    ],
    renames: [renamed("old", "new")],
  });
  const rows = [
    crawled(day, "us", 50),
    crawled(day, "cn", 20),
    crawled(day, "sentence-transformers", 20),
    crawled(day, "maybe", 10),
    crawled(day, "old", 100, { in_panel: false }),
    crawled(day, "other", 1000, { in_panel: false }),
  ];
  const all = tableOf(rows);
  const panel = tableOf(rows.filter((row) => row.in_panel));
  const made = scenarios(all, panel, reference, "sentence-transformers");

  test("each is the panel counted otherwise, worked out by hand", () => {
    expect(made.map(({ label, shares }) => [label, fraction(shares, day, "CN"), fraction(shares, day, "US")])).toEqual([
      ["sentence-transformers left out", 30 / 80, 50 / 80],
      ["owners of medium and low confidence counted as unknown", 0.2, 0.5],
      ["renamed namespaces added to the panel", 30 / 200, 50 / 200],
      ["cn placed in Singapore", 0.1, 0.5],
      ["us counted as unknown", 0.3, 0],
    ]);
  });

  test("variants carry the labels; bands span the headline and all of them", () => {
    const headline = byPlace(panel, byRegistry(reference));
    expect(shareVariants(made, day, "CN").map(({ value }) => value)).toEqual([0.375, 0.2, 0.15, 0.1, 0.3]);
    expect(banded(headline, made, day, "CN")).toEqual({ share: 0.3, lower: 0.1, upper: 0.375 });
    expect(banded(headline, [], day, "CN")).toEqual({ share: 0.3, lower: 0.3, upper: 0.3 });
  });
});
