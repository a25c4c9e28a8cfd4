import { join } from "node:path";
import { expect, test } from "vitest";
import { loadSources } from "#loaders/engine/canonical.ts";
import { generateHub } from "#scripts/generator/hub.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { hubLoads } from "#test/fixtures/hub-files.ts";
import { withEngine } from "#test/fixtures/query.ts";
import { scratch } from "#test/fixtures/source.ts";

const owners = [{ owner: "Qwen", country: "CN", kind: "industry" }];

test("files that are marked as generated are not read for a record that does not say so", async () => {
  const dir = join(await scratch(), "hub");
  await generateHub({ models: 300, seed: 3, owners }, dir);
  const files = await generatedHub(dir);
  await withEngine((engine) => loadSources(engine, hubLoads(files)));
  const hidden = { ...files, record: { ...files.record, generated: false } };
  const read = withEngine((engine) => loadSources(engine, hubLoads(hidden)));
  await expect(read).rejects.toThrow(/models\.parquet: 1 problem\nis marked as generated, but the record says/);
});
