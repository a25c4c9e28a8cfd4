import { describe, expect, test } from "vitest";
import { snapshotTables } from "#loaders/schema/snapshot.ts";
import { gates, named, tried } from "#test/fixtures/snapshot-gates.ts";
import { type Break, repositoryBreaks } from "./breaks.ts";
import { ownBreaks, tableBreaks } from "./table-breaks.ts";

const prefixed = (table: string, breaks: Readonly<Record<string, Break>>) =>
  Object.entries(breaks).map(([id, one]) => [`${table}/${id}`, one] as const);

const breaks: readonly (readonly [string, Break])[] = [
  ...(["models", "datasets"] as const).flatMap((table) => prefixed(table, repositoryBreaks(table))),
  ...(["models", "datasets", "daily_papers"] as const).flatMap((table) => prefixed(table, tableBreaks(table))),
  ...Object.entries(ownBreaks),
];

describe("each rule refuses what it is for", () => {
  test.each(breaks)("%s", async (name, { tried: changes, found, row }) => {
    const only = snapshotTables.filter((table) => name.startsWith(`${table}/`));
    const result = (await tried({ ...changes, only })).get(name);
    expect(result?.verdict).toBe("failed");
    expect(result?.found).toContain(found);
    expect(found).not.toBe("");
    if (row !== undefined) expect(result?.rows[0]).toBe(row);
  });
});

test("every rule of the registry is broken once for every table that it names", () => {
  const registered = gates.flatMap(({ id, tables }) => tables.split("+").map((table) => `${table}/${id}`));
  expect(breaks.map(([name]) => name).sort()).toEqual(registered.sort());
});

test("a sound snapshot breaks no rule, neither the first of a series nor one with a predecessor", async () => {
  expect(named(await tried(), "failed")).toEqual([]);
  const second = await tried({ before: {} });
  expect(named(second, "failed")).toEqual([]);
  expect(named(second, "passed").length).toBeGreaterThan(70);
});
