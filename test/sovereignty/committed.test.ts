import { describe, expect, test } from "vitest";
import { committed, sovereignty } from "#test/support/sovereignty.ts";

const chapter = await sovereignty();
const facts = [...chapter.facts];

describe("every fact", () => {
  test("has a basis: population, day, tables and sources", () => {
    const days = new Set(Object.values(committed()).flatMap((rows) => rows.map((row) => String(row.observed_on))));
    for (const [id, { basis }] of facts) {
      expect(days.has(basis.asOf), `${id}: ${basis.asOf}`).toBe(true);
      expect(basis.population.length, id).toBeGreaterThan(20);
      expect(basis.complete, id).toBe(false);
      expect(basis.tables.length * basis.sources.length, id).toBeGreaterThan(0);
    }
  });

  test("shares lie within their bounds, and name every other way to count", () => {
    for (const [id, { value, bounds, unit }] of facts) {
      if (unit !== "share" || bounds === null) continue;
      expect(bounds.lower, id).toBeLessThanOrEqual(Number(value));
      expect(bounds.upper, id).toBeGreaterThanOrEqual(Number(value));
    }
    const scenarios = chapter.facts.get("scenarios")?.value;
    for (const id of ["us-share-last", "cn-share-last", "us-curated-last", "cn-curated-last"]) {
      expect(chapter.facts.get(id)?.variants).toHaveLength(Number(scenarios));
    }
  });
});

test("a fact on the crawls is not dated by the curated list, which was read a year later", () => {
  const late = facts
    .filter(([id, { basis }]) => basis.asOf > "2025-09-07" && !id.endsWith("-curated"))
    .map(([id]) => id);
  expect(late).toEqual([]);
});

test("shares of a crawl's places add up to one, the unknown among them", () => {
  for (const end of ["first", "last"]) {
    const of = (place: string) => Number(chapter.facts.get(`${place}-share-${end}`)?.value);
    expect(of("us") + of("cn") + of("de")).toBeLessThanOrEqual(1);
  }
});

test("the window that the chapter states is that of most crawls; a crawl read a day early or late is one off", () => {
  const rows: readonly Readonly<Record<string, unknown>>[] = committed()["owner-downloads"] ?? [];
  const apart = (from: unknown, to: unknown) => (Date.parse(String(to)) - Date.parse(String(from))) / 86_400_000;
  const crawls = new Map(rows.map((row) => [String(row.observed_on), apart(row.window_start, row.observed_on)]));
  const days = [...crawls.values()].sort((a, b) => a - b);
  expect(days[Math.floor(days.length / 2)]).toBe(chapter.facts.get("window-days")?.value);
  expect(days.filter((day) => Math.abs(day - 30) > 1)).toEqual([]);
});
