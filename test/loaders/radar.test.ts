import { describe, expect, test } from "vitest";
import radar from "#loaders/radar.ts";
import { querySources } from "#test/fixtures/query.ts";
import { localMembers } from "#test/fixtures/source.ts";

process.env.TZ = "Pacific/Kiritimati";

const blank = {
  schema: 1,
  id: "Acme/Thing-7B",
  author: "Acme",
  created_at: "2026-08-21T23:59:59.000Z",
  updated_at: "2026-08-22T00:00:00.000Z",
  license: null as string | null,
  license_family: "unknown",
  pipeline_tag: null as string | null,
  library: null as string | null,
  tags: [] as string[],
  likes: 3,
  downloads_30d: 5,
  parameters: null as number | null,
  base_model: null as string | null,
  gated: false,
  removed: false,
  sources: [{ title: "A page", snippet: "text of somebody else" }],
};

async function load(sql: string, ...documents: Partial<typeof blank>[]) {
  const files = documents.map((one, i) => [
    `data/owner/model-${i}.json`,
    JSON.stringify({ ...blank, ...one }, null, 2),
  ]);
  const archive = { LICENSE: "CC BY", "SCHEMA.md": "# Schema", ...Object.fromEntries(files) };
  const local = await localMembers("radar-huggingface-dataset.tar.gz", archive, { last: "2026-08-22" });
  return querySources(
    radar.map((loader) => ({ loader, files: local })),
    sql,
  );
}

const column = async (name: string, ...documents: Partial<typeof blank>[]) =>
  (await load(`SELECT ${name} FROM models ORDER BY repo`, ...documents)).map((row) => row[name]);

test("a row, every column that the source knows", async () => {
  const document = {
    license: "apache-2.0",
    pipeline_tag: "text-generation",
    library: "transformers",
    tags: ["safetensors", "license:apache-2.0", "base_model:acme/base", "base_model:finetune:acme/base"],
    parameters: 7_000_000_000,
    base_model: "acme/Base",
    gated: true,
  };
  expect((await load("FROM models", document))[0]).toEqual({
    source: "radar",
    platform: "huggingface",
    repo: "Acme/Thing-7B",
    repo_key: "acme/thing-7b",
    owner: "Acme",
    name: "Thing-7B",
    hub_id: null,
    observed_on: "2026-08-22",
    crawled_on: null,
    window_start: "2026-07-23",
    downloads_30d: 5,
    downloads_all_time: null,
    likes: 3,
    discussions: null,
    derivatives: null,
    created_on: "2026-08-21",
    at_floor: false,
    modified_on: "2026-08-22",
    gated: "asked",
    removed: false,
    licence: "apache-2.0",
    licence_from: "tag",
    licence_name: null,
    owner_type: null,
    pipeline_tag: "text-generation",
    library: "transformers",
    has_card: null,
    relation: "finetune",
    bases: 1,
    base_key: "acme/base",
    own_base: false,
    parameters: 7e9,
    ...{ parameters_from: "stated", active_parameters: null },
  });
});

test("parameters of 0 are unknown; jokes and stray tensors stay", async () => {
  const sizes = [0, 1, 19_980_000_000_000_000, null].map((parameters, i) => ({ id: `a/${i}`, parameters }));
  expect(await load("SELECT parameters, parameters_from FROM models ORDER BY repo", ...sizes)).toEqual([
    { parameters: null, parameters_from: null },
    { parameters: 1, parameters_from: "stated" },
    { parameters: 1.998e16, parameters_from: "stated" },
    { parameters: null, parameters_from: null },
  ]);
});

describe("bases", () => {
  const bases = (base_model: string | null, id = "Acme/Thing") =>
    load("SELECT repo_key, base_key, base_owner, same_owner FROM bases ORDER BY base_key", { id, base_model });
  const keys = async (base_model: string | null) => (await bases(base_model)).map(({ base_key }) => base_key);

  test("one text is several, parted by a comma and a space, each once, in any case", async () => {
    expect(await keys("B/b, C/c, b/B")).toEqual(["b/b", "c/c"]);
    const placed = await load("SELECT base_key, place FROM bases ORDER BY place", { base_model: "C/c, B/b, b/B" });
    expect(placed.map((row) => Object.values(row))).toEqual([
      ["c/c", 1],
      ["b/b", 2],
    ]);
  });

  test.each(["", "None", "undefined", "TODO-add-base-model-repo-link", "gpt2", "a/b/c", "a b/c", "/b", "a/"])(
    '"%s" names no base',
    async (name) => {
      expect(await keys(name)).toEqual([]);
      expect(await keys(`${name}, b/b`)).toEqual(["b/b"]);
    },
  );

  test("a model is no base of itself; its owner is the same in any case", async () => {
    expect(await bases("acme/THING, ACME/Base")).toEqual([
      { repo_key: "acme/thing", base_key: "acme/base", base_owner: "acme", same_owner: true },
    ]);
    const named = { id: "Acme/Thing", base_model: "acme/THING, ACME/Base" };
    expect(await column("own_base", { id: "a/0", base_model: "b/b" }, named)).toEqual([true, false]);
  });

  test("models say how many, which if it is one, and how they stand to them by the tag", async () => {
    const rows = await load(
      "SELECT bases, base_key, relation FROM models ORDER BY repo",
      { id: "a/0" },
      { id: "a/1", base_model: "B/b", tags: ["base_model:b/b", "base_model:quantized:b/b"] },
      { id: "a/2", base_model: "b/b, c/c", tags: ["base_model:merge:b/b", "base_model:merge:c/c"] },
    );
    expect(rows).toEqual([
      { bases: 0, base_key: null, relation: null },
      { bases: 1, base_key: "b/b", relation: "quantized" },
      { bases: 2, base_key: null, relation: "merge" },
    ]);
  });
});

describe("licences", () => {
  const licence = async (license: string | null, ...tags: string[]) =>
    (await load("SELECT licence, licence_from, licence_name FROM models", { license, tags }))[0];

  test.each([
    ["the tag wins over the field", "apache-2.0", ["license:mit"], "mit", "tag", null],
    ["the field alone", "Apache-2.0", [], "apache-2.0", "card", null],
    ["the tag alone", null, ["x", "license:mit"], "mit", "tag", null],
    ["neither", null, ["x"], null, null, null],
    ["a licence of its own has a name", "lfm1.0", ["license:other"], "other", "tag", "lfm1.0"],
    ["other is no name", "other", ["license:other"], "other", "tag", null],
    ["other without a tag", "other", [], "other", "card", null],
  ])("%s", async (_, license, tags, licence_, from, name) => {
    expect(await licence(license, ...tags)).toEqual({ licence: licence_, licence_from: from, licence_name: name });
  });

  test("license_family is not read", async () => {
    expect(await column("licence", { license_family: "oss" })).toEqual([null]);
  });
});

test("a gate is asked or none, and what is removed stays a row", async () => {
  const documents = [true, false].map((yes, i) => ({ id: `a/${i}`, gated: yes, removed: yes }));
  expect(await load("SELECT gated, removed FROM models ORDER BY repo", ...documents)).toEqual([
    { gated: "asked", removed: true },
    { gated: "none", removed: false },
  ]);
});

test("ids that differ by case are two rows of models with one key, and one model in bases and tags", async () => {
  const pair = [
    { id: "A/B", base_model: "c/c", tags: ["x", "y"], updated_at: "2026-08-22T01:00:00Z" },
    { id: "A/b", base_model: "c/d", tags: ["x"], updated_at: "2026-08-22T02:00:00Z" },
  ];
  expect(await load("SELECT repo, repo_key FROM models ORDER BY repo", ...pair)).toEqual([
    { repo: "A/B", repo_key: "a/b" },
    { repo: "A/b", repo_key: "a/b" },
  ]);
  expect(await load("SELECT base_key FROM bases", ...pair)).toEqual([{ base_key: "c/d" }]);
  expect(await load("SELECT kind, repo_key, tag, downloads_30d FROM tags", ...pair)).toEqual([
    { kind: "model", repo_key: "a/b", tag: "x", downloads_30d: 5 },
  ]);
});

test("a change before creation is no date; the day that stands for all earlier ones is no date", async () => {
  const documents = [
    { id: "a/0", created_at: "2026-08-21T12:00:00.000Z", updated_at: "2026-08-21T11:59:59.000Z" },
    { id: "a/1", created_at: "2022-03-02T23:29:04.000Z", updated_at: "2022-03-02T23:29:04.000Z" },
  ];
  expect(await load("SELECT created_on, at_floor, modified_on FROM models ORDER BY repo", ...documents)).toEqual([
    { created_on: "2026-08-21", at_floor: false, modified_on: null },
    { created_on: null, at_floor: true, modified_on: "2022-03-02" },
  ]);
});

test("text of any script in a label is no label", async () => {
  expect(await column("library", { id: "a/0", library: "<script>" }, { id: "a/1", library: "grok" })).toEqual([
    "(malformed)",
    "grok",
  ]);
});

test("a document without an id fails, naming the loader and the column", async () => {
  const none = { id: null } as unknown as Partial<typeof blank>;
  await expect(load("FROM models", none)).rejects.toThrow(/loaders\/radar\.ts: .*\n.*models\.repo: is null in 1 rows/);
});
