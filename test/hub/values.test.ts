import { describe, expect, test } from "vitest";
import { hubLoads, hubSource } from "#test/fixtures/hub-files.ts";
import { querySources } from "#test/fixtures/query.ts";
import { card, datasets, day, models } from "#test/support/hub-rows.ts";

process.env.TZ = "Pacific/Kiritimati";

describe("JSON in text", () => {
  test("a card that is null, empty, no JSON or no object says nothing, and spoils no other row", async () => {
    const cards = [null, "{}", "", "{", "not json", "[]", "3", card("mit")];
    const rows = cards.map((cardData, i) => ({ id: `a/${i}`, cardData }));
    const found = (await models("licence", rows)).map(({ licence }) => licence);
    expect(found).toEqual([null, null, null, null, null, null, null, "mit"]);
  });

  test("gguf.total is read where it is a whole number above 0, however it is written", async () => {
    const texts = [
      '{"total": 5}',
      '{"total": 2e16}',
      '{"total": "5"}',
      '{"total": 0}',
      '{"total": -1}',
      '{"total": 1.5}',
      "{",
      null,
    ];
    const rows = texts.map((gguf, i) => ({ id: `a/${i}`, gguf }));
    expect((await models("parameters", rows)).map(({ parameters }) => parameters)).toEqual([
      5,
      2e16,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

test("naive timestamps mean UTC, those with a zone are turned to it", async () => {
  const rows = [{ id: "a/b", createdAt: "2025-03-01 23:59:59", lastModified: "2025-03-02 00:00:00" }];
  const days = { created_on: "2025-03-01", modified_on: "2025-03-02" };
  expect(await models("created_on, modified_on", rows)).toEqual([days]);
  const zoned = [{ id: "a/b", createdAt: "2025-03-02 01:59:59+02", lastModified: "2025-03-01 22:00:00-02" }];
  const types = { createdAt: "TIMESTAMPTZ", lastModified: "TIMESTAMPTZ" };
  expect(await models("created_on, modified_on", zoned, types)).toEqual([days]);
});

test("the day that stands for all earlier ones is no date", async () => {
  const rows = ["2022-03-02 23:29:04", "2022-03-02 23:29:05", "2022-03-03 00:00:00"].map((createdAt, i) => ({
    id: `a/${i}`,
    createdAt,
  }));
  expect(await models("created_on, at_floor", rows)).toEqual([
    { created_on: null, at_floor: true },
    { created_on: null, at_floor: true },
    { created_on: "2022-03-03", at_floor: false },
  ]);
});

describe("gated", () => {
  test("text in any case", async () => {
    const rows = ["False", "false", "auto", "manual", "Manual", "what", null].map((gated, i) => ({
      id: `a/${i}`,
      gated,
    }));
    expect((await datasets("gated", rows)).map(({ gated }) => gated)).toEqual([
      "none",
      "none",
      "auto",
      "manual",
      "manual",
      null,
      null,
    ]);
  });

  test("a truth value: false is none, true does not say which", async () => {
    const rows = [
      { id: "a/b", gated: false },
      { id: "a/c", gated: true },
    ];
    expect(await datasets("gated", rows, { gated: "BOOLEAN" })).toEqual([{ gated: "none" }, { gated: null }]);
  });

  test("unknown where the file has no such column", async () => {
    expect(await models("gated", [{ id: "a/b" }])).toEqual([{ gated: null }]);
  });
});

describe("the licence", () => {
  test("the tag comes first, the card only without one", async () => {
    const rows = [
      { id: "a/1", tags: ["x", "license:MIT ", "license:gpl"], cardData: card("apache-2.0") },
      { id: "a/2", tags: ["licence:mit"], cardData: card("Apache-2.0") },
      { id: "a/3", tags: [], cardData: card(["mit", "Apache-2.0", "mit"]) },
      { id: "a/4", cardData: card([]) },
      { id: "a/5", cardData: card("") },
      { id: "a/6", cardData: card(7) },
      { id: "a/7", cardData: card(["mit", null]) },
      { id: "a/8", cardData: card(null) },
      { id: "a/9", cardData: card({ id: "mit" }) },
    ];
    const found = (await models("licence, licence_from", rows)).map(({ licence, licence_from }) => [
      licence,
      licence_from,
    ]);
    expect(found).toEqual([
      ["mit", "tag"],
      ["apache-2.0", "card"],
      ["apache-2.0+mit", "card"],
      [null, null],
      [null, null],
      ["(malformed)", "card"],
      ["(malformed)+mit", "card"],
      [null, null],
      ["(malformed)", "card"],
    ]);
  });
});

test("labels that are none are pooled: script, marks of direction, emoji, endless text", async () => {
  const bad = ["<script>alert(1)</script>", "text\u202egeneration", "🤗", "x".repeat(300), "", " ", "-a"];
  const rows = [...bad, "text-generation", null].map((pipeline_tag, i) => ({
    id: `a/${i}`,
    pipeline_tag,
    library_name: pipeline_tag,
  }));
  const found = await models("pipeline_tag, library", rows);
  expect(found.map(({ pipeline_tag }) => pipeline_tag)).toEqual([
    ...bad.map(() => "(malformed)"),
    "text-generation",
    null,
  ]);
  expect(found.map(({ library }) => library)).toEqual(found.map(({ pipeline_tag }) => pipeline_tag));
});

test("names without a slash have no namespace; keys ignore case", async () => {
  const found = await models("repo, repo_key, owner, name", [{ id: "gpt2" }, { id: "Qwen/Qwen2-7B" }]);
  expect(found).toEqual([
    { repo: "gpt2", repo_key: "gpt2", owner: "(none)", name: "gpt2" },
    { repo: "Qwen/Qwen2-7B", repo_key: "qwen/qwen2-7b", owner: "Qwen", name: "Qwen2-7B" },
  ]);
});

describe("relation and bases", () => {
  const parents = (relation: string | null, ...ids: (string | null)[]) => ({
    relation,
    models: ids.map((id) => ({ _id: "x", id })),
  });
  const rows = [
    { id: "a/1", baseModels: parents("finetune", "Q/Base") },
    { id: "a/2", baseModels: parents("merge", "Q/Base", "q/base", "A/2", "r/x") },
    { id: "a/3", baseModels: parents(null, "a/3") },
    { id: "a/4" },
    { id: "a/5", baseModels: { relation: "adapter", models: null } },
    { id: "a/6", baseModels: parents("quantized", null) },
    { id: "Q/7", baseModels: parents("finetune", "q/base") },
  ];

  test("several are counted once each, in lower case, without the repository itself", async () => {
    const found = (await models("repo, relation, bases, base_key, own_base", rows)).map((row) => Object.values(row));
    expect(found).toEqual([
      ["a/1", "finetune", 1, "q/base", false],
      ["a/2", "merge", 2, null, true],
      ["a/3", null, 0, null, true],
      ["a/4", null, 0, null, false],
      ["a/5", "adapter", 0, null, false],
      ["a/6", "quantized", 0, null, false],
      ["Q/7", "finetune", 1, "q/base", false],
    ]);
  });

  test("each has a row of its own", async () => {
    const files = await hubSource({ [day]: { models: { rows } } });
    const found = await querySources(
      hubLoads(files),
      "SELECT repo_key, base_key, base_owner, place, same_owner FROM bases ORDER BY 1, 2",
    );
    expect(found.map((row) => Object.values(row))).toEqual([
      ["a/1", "q/base", "q", 1, false],
      ["a/2", "q/base", "q", 1, false],
      ["a/2", "r/x", "r", 4, false],
      ["q/7", "q/base", "q", 1, true],
    ]);
  });
});
