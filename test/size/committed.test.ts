import { describe, expect, test } from "vitest";
import { readReference } from "#loaders/reference.ts";
import { committed, size } from "#test/support/size.ts";

const chapter = await size();
const facts = [...chapter.facts];

test("nothing is wrong with the chapter", () => {
  expect(chapter.problems.map(({ message }) => message)).toEqual([]);
});

describe("every fact", () => {
  test("is of a day of the evidence, and of a part of the Hub", () => {
    const days = new Set(Object.values(committed()).flatMap((rows) => rows.map((row) => String(row.observed_on))));
    for (const [id, { basis }] of facts) {
      expect(days.has(basis.asOf), `${id}: ${basis.asOf}`).toBe(true);
      expect(basis.complete, id).toBe(false);
    }
  });

  test("that is an average of the headline tells what other ways to count give, and where a median lies", () => {
    for (const weight of ["models", "downloads", "lifetime"]) {
      expect(chapter.facts.get(`mean-${weight}`)?.bounds, weight).toBeNull();
      expect(chapter.facts.get(`mean-${weight}`)?.definition).toMatch(/no upper bound/);
      expect(chapter.facts.get(`median-${weight}`)?.bounds, weight).not.toBeNull();
      expect(chapter.facts.get(`mean-${weight}`)?.variants.length, weight).toBeGreaterThanOrEqual(2);
    }
  });
});

test("classes of sizes add up to one, and with missing sizes the bars of the figure do", () => {
  const classes = ["under-1b", "1b-to-10b", "10b-to-70b", "above-70b"];
  const counts = ["models", "downloads", "lifetime", "recent-models", "recent-downloads"];
  for (const count of counts) {
    const [prefix, weight] = count.startsWith("recent-") ? ["recent-", count.slice(7)] : ["", count];
    const shares = classes.map((id) => Number(chapter.facts.get(`${prefix}${id}-${weight}`)?.value));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  }
  const rows = chapter.figures.get("size-bands")?.rows ?? [];
  const bars = Map.groupBy(rows, ({ population, counted }) => `${population} / ${counted}`);
  expect(bars.size).toBe(counts.length);
  for (const own of bars.values()) expect(own.reduce((sum, { share }) => sum + Number(share), 0)).toBeCloseTo(1, 12);
});

test("what the prose says of the published medians: only downloads of recent models can hold them", async () => {
  const { published } = await readReference("data/reference");
  const medians = ["S26-29", "S26-30"].map((id) => (published.find((one) => one.id === id)?.value ?? 0) * 1e6);
  expect(medians).toEqual([326e6, 406e6]);
  const holds = (id: string) => {
    const { lower = 0, upper = 0 } = chapter.facts.get(id)?.bounds ?? {};
    return medians.every((median) => lower <= median && median <= upper);
  };
  const ids = [
    "median-models",
    "median-downloads",
    "median-lifetime",
    "recent-median-models",
    "recent-median-downloads",
  ];
  expect(ids.filter(holds)).toEqual(["recent-median-downloads"]);
  const least = (id: string) => chapter.facts.get(id)?.bounds?.lower ?? 0;
  expect(least("median-downloads")).toBeLessThan(least("median-models"));
  expect(least("median-lifetime")).toBeGreaterThan(406e6);
  const mean = (published.find(({ id }) => id === "S26-28")?.value ?? 0) * 1e6;
  const off = (id: string) => Math.abs(Number(chapter.facts.get(id)?.value) / mean - 1);
  expect([off("mean-models") < 0.1, off("mean-lifetime") < 0.1, off("mean-downloads") > 2]).toEqual([true, true, true]);
});

test("the size that decides the recent median is that of all-MiniLM-L6-v2, which one publisher's model has", () => {
  const rows: readonly Readonly<Record<string, unknown>>[] = committed()["recent-sizes"] ?? [];
  const [most] = [...rows]
    .filter(({ parameters }) => parameters !== null)
    .sort((a, b) => Number(b.downloads_30d) - Number(a.downloads_30d));
  expect(Number(most?.parameters) / 1e6).toBeCloseTo(22.7, 1);
  expect(Number(most?.downloads_30d)).toBeGreaterThanOrEqual(257_229_302);
});

test("published figures of the theme are held against facts, but for those that need two days or the Hub", async () => {
  const { published } = await readReference("data/reference");
  const wanted = published.filter(({ theme }) => theme === "size").map(({ id }) => id);
  const held = chapter.findings.comparisons.map((comparison) => comparison.published);
  expect(wanted.filter((id) => !held.includes(id))).toEqual(["ECO-06"]);
});
