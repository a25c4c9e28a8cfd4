import { expect, test } from "vitest";
import lineage from "#loaders/textgen-lineage.ts";
import { querySources } from "#test/fixtures/query.ts";
import { localFiles } from "#test/fixtures/source.ts";
import { unsaid } from "#test/fixtures/unsaid.ts";

async function load(sql: string, ...edges: string[]) {
  const csv = `${["source,target,edge", ...edges].join("\n")}\n`;
  const files = await localFiles({ "network_data/edges.csv": csv }, { last: "2025-06-18" });
  return querySources(
    lineage.map((loader) => ({ loader, files })),
    sql,
  );
}

const pairs = (...edges: string[]) => load("SELECT repo_key, base_key FROM bases ORDER BY 1, 2", ...edges);

test("an edge leads from the base to the model made of it", async () => {
  expect(await load("FROM bases", "Qwen/Base-7B,Acme/Thing,finetuned")).toEqual([
    {
      source: "textgen-lineage",
      platform: "huggingface",
      repo_key: "acme/thing",
      owner: "Acme",
      observed_on: "2025-06-18",
      relation: "finetune",
      base_key: "qwen/base-7b",
      base_owner: "qwen",
      place: 1,
      same_owner: false,
      downloads_30d: null,
    },
  ]);
});

test("the four words of the file are the Hub's four relations, and a fifth fails by name", async () => {
  const words = ["finetuned", "adapter", "quantized", "merged"];
  const edges = words.map((word, i) => `a/base,b/${i},${word}`);
  const rows = await load("SELECT relation FROM bases ORDER BY repo_key", ...edges);
  expect(rows.map(({ relation }) => relation)).toEqual(["finetune", "adapter", "quantized", "merge"]);
  await expect(pairs("a/base,b/0,distilled")).rejects.toThrow(/loaders\/textgen-lineage\.ts[\s\S]*distilled/);
});

test("a model on an edge to itself is no base of itself, and keeps its row", async () => {
  const edges = ["a/x,a/x,finetuned", "b/y,b/Y,merged", "a/base,c/z,finetuned", "c/z,c/z,quantized"];
  expect(await pairs(...edges)).toEqual([{ repo_key: "c/z", base_key: "a/base" }]);
  expect(await load("SELECT repo, own_base FROM models ORDER BY repo", ...edges)).toEqual([
    { repo: "a/base", own_base: false },
    { repo: "a/x", own_base: true },
    { repo: "b/Y", own_base: true },
    { repo: "b/y", own_base: true },
    { repo: "c/z", own_base: true },
  ]);
});

test("ids that differ by case alone are two rows of models and one model in bases", async () => {
  const edges = ["q/base,a/One,finetuned", "a/ONE,a/two,finetuned"];
  expect(await pairs(...edges)).toEqual([
    { repo_key: "a/one", base_key: "q/base" },
    { repo_key: "a/two", base_key: "a/one" },
  ]);
  expect(await load("SELECT repo FROM models WHERE repo_key = 'a/one' ORDER BY repo", ...edges)).toEqual([
    { repo: "a/ONE" },
    { repo: "a/One" },
  ]);
});

test("a model with several bases has a row for each, whatever the file calls them", async () => {
  const edges = ["b/0,m/m,merged", "a/0,m/m,merged", "m/f,m/m,merged"];
  const rows = await load("SELECT base_owner, place, relation, same_owner FROM bases ORDER BY 1", ...edges);
  expect(rows.map((row) => Object.values(row))).toEqual([
    ["a", 2, "merge", false],
    ["b", 1, "merge", false],
    ["m", 3, "merge", true],
  ]);
});

test("an edge that stands twice fails by the key of the table", async () => {
  await expect(pairs("a/0,b/0,merged", "a/0,b/0,finetuned")).rejects.toThrow(/bases/);
});

test("a row of models says nothing but the name and whether it names itself", async () => {
  const [row] = await load("FROM models WHERE repo = 'a/Base'", "a/Base,b/x,adapter");
  const unknown = { crawled_on: null, window_start: null, downloads_30d: null, downloads_all_time: null };
  const unseen = { likes: null, discussions: null, derivatives: null, parameters: null };
  const named = { source: "textgen-lineage", platform: "huggingface", observed_on: "2025-06-18", own_base: false };
  const id = { repo: "a/Base", repo_key: "a/base", owner: "a", name: "Base" };
  expect(row).toEqual({ ...unsaid, ...unknown, ...unseen, ...named, ...id });
});
