import { join } from "node:path";
import { expect, test } from "vitest";
import { findLoaders } from "#loaders/discover.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { put, scratch } from "#test/fixtures/source.ts";

test.each([
  ["tracked-models", "models", "sql"],
  ["models-dev", "offers", "rows"],
  ["openrouter-list", "offers", "rows"],
  ["genai-prices", "offers", "rows"],
  ["huggingface-tasks", "accelerators", "rows"],
  ["epoch-models", "trainings", "rows"],
])("%s is a loader of %s by %s", async (id, table, kind) => {
  const loaders = await findLoaders(id, pathsAt().loaders);
  expect(loaders.map((loader) => [loader.source, loader.table.name, kind in loader])).toEqual([[id, table, true]]);
});

test("radar has loaders of models, bases and tags, by sql", async () => {
  const loaders = await findLoaders("radar", pathsAt().loaders);
  expect(loaders.map(({ table }) => table.name)).toEqual(["models", "bases", "tags"]);
  expect(loaders.every((loader) => "sql" in loader && loader.source === "radar")).toBe(true);
});

test.each(["hub", "hub-stats-sample"])("%s has a loader of every table that the Hub's files give", async (id) => {
  const loaders = await findLoaders(id, pathsAt().loaders);
  expect(loaders.map(({ table }) => table.name)).toEqual([
    "models",
    "datasets",
    "papers",
    "bases",
    "tags",
    "sizes",
    "windows",
  ]);
  expect(loaders.every(({ source }) => source === id)).toBe(true);
});

test.each([
  ["neither query nor rows", 'export default { source: "x", table: {} };'],
  ["the id of another source", 'export default { source: "y", table: {}, sql: () => "" };'],
  [
    "a list with one of another source",
    'export default [{ source: "x", table: {}, sql: 1 }, { source: "y", table: {}, sql: 1 }];',
  ],
  ["an empty list", "export default [];"],
  ["no default export", "export const x = 1;"],
])("a module with %s is refused by name", async (_, code) => {
  const dir = await scratch();
  await put(join(dir, "x.ts"), code);
  await expect(findLoaders("x", dir)).rejects.toThrow("loaders/x.ts: the default export must be a loader");
});

test("a source without a module is refused by name", async () => {
  await expect(findLoaders("nothing", await scratch())).rejects.toThrow(
    "source nothing: no loader; add loaders/nothing.ts",
  );
});
