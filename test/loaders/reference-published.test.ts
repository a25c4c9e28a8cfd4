import { describe, expect, test } from "vitest";
import { readReference } from "#loaders/reference.ts";
import { conflicts, themes } from "#loaders/schema/published.ts";
import { readRegistries } from "#test/fixtures/registries.ts";

const header =
  "id,theme,statement,value,unit,period,population,noun,denominator,window,window_end,definition,source_title,source_url,quoted_from,confidence,needs,conflict\n";
const sound = {
  id: "S26-11",
  theme: "geography",
  statement: "A share",
  value: "41",
  unit: "percent of downloads",
  period: "2025",
  population: "the complete Hub",
  noun: "downloads",
  denominator: "all downloads",
  window: "12 months",
  window_end: "2025-12-31",
  definition: "Of all downloads",
  source_title: "A report",
  source_url: "https://example.org/",
  quoted_from: "secondary",
  confidence: "high",
  needs: "more of it",
  conflict: "C3 C4",
};
const read = (changes: Partial<typeof sound>) =>
  readRegistries({ "published-figures": `${header}${Object.values({ ...sound, ...changes }).join(",")}\n` });

test("a sound row is read as it stands", async () => {
  const [row] = (await read({})).published;
  expect(row).toEqual({ ...sound, value: 41 });
});

test("what a publication does not state stays empty", async () => {
  const unstated = { population: "", noun: "", denominator: "", window: "", window_end: "", conflict: "" };
  const [row] = (await read(unstated)).published;
  for (const key of Object.keys(unstated)) expect(row?.[key as keyof typeof row]).toBeNull();
});

describe("a row is refused by line and rule", () => {
  test.each<[string, Partial<typeof sound>]>([
    ['id "S26-1"', { id: "S26-1" }],
    ['theme "geografy" is not one of scale', { theme: "geografy" }],
    ['noun "download" is not one of users', { noun: "download" }],
    ['window "30 day" is not one of one day', { window: "30 day" }],
    ['quoted_from "rumour"', { quoted_from: "rumour" }],
    ['confidence "sure"', { confidence: "sure" }],
    ['source_url "example.org"', { source_url: "example.org" }],
    ['conflict "C16" is not one of C1', { conflict: "C3 C16" }],
    ["needs is empty", { needs: "" }],
    ["definition points to another row", { definition: "As above" }],
    ['denominator "all downloads" needs a unit in percent', { unit: "million downloads" }],
    ["value 20261301 is no date", { unit: "date", value: "20261301", denominator: "" }],
    ["value 202513 is no month", { unit: "month", value: "202513", denominator: "" }],
    ["value 0 is no rank", { unit: "rank", value: "0", denominator: "" }],
    ["value 2 is no yes or no", { unit: "yes or no", value: "2", denominator: "" }],
    ['window_end "2025-02-30"', { window_end: "2025-02-30" }],
  ])("%s", async (message, changes) => {
    await expect(read(changes)).rejects.toThrow(`published-figures.csv:2: ${message}`);
  });

  test.each([
    ["date", "20260317"],
    ["month", "202509"],
    ["rank", "1"],
    ["yes or no", "0"],
  ])("%s %s is one", async (unit, value) => {
    await expect(read({ unit, value, denominator: "" })).resolves.toBeDefined();
  });
});

describe("the registry", async () => {
  const { published } = await readReference("data/reference");

  test("holds every figure that was collected, and all fifteen conflicts", () => {
    expect(published).toHaveLength(162);
    expect(new Set(published.map(({ theme }) => theme)).size).toBe(Object.keys(themes).length);
    const joined = new Set(published.flatMap(({ conflict }) => conflict?.split(" ") ?? []));
    expect([...joined].sort()).toEqual(Object.keys(conflicts).sort());
    expect(joined.size).toBe(15);
  });

  test("names no population, window and last day that the Spring report does not state of its shares by country", () => {
    const china = published.find(({ id }) => id === "S26-11");
    expect(china).toMatchObject({ value: 41, population: null, denominator: null, window_end: null });
  });
});
