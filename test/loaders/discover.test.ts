import { join } from "node:path";
import { expect, test } from "vitest";
import { findLoader } from "#loaders/discover.ts";
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
  const loader = await findLoader(id, pathsAt().loaders);
  expect([loader.source, loader.table.name, kind in loader]).toEqual([id, table, true]);
});

test.each([
  ["neither query nor rows", 'export default { source: "x", table: {} };'],
  ["the id of another source", 'export default { source: "y", table: {}, sql: () => "" };'],
  ["no default export", "export const x = 1;"],
])("a module with %s is refused by name", async (_, code) => {
  const dir = await scratch();
  await put(join(dir, "x.ts"), code);
  await expect(findLoader("x", dir)).rejects.toThrow("loaders/x.ts: the default export must be a loader");
});

test("a source without a module is refused by name", async () => {
  await expect(findLoader("nothing", await scratch())).rejects.toThrow(
    "source nothing: no loader; add loaders/nothing.ts",
  );
});
