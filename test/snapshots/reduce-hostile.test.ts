import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SnapshotTable } from "#loaders/schema/snapshot.ts";
import { hubLoads, hubSource, type Written } from "#test/fixtures/hub-files.ts";
import { canonicalRows, reducedSource } from "#test/fixtures/reduced.ts";

const day = "2026-05-20";

/** Holds the canonical tables of raw rows against those of reduced ones, and gives them. */
async function same(tables: Partial<Record<SnapshotTable, Written>>) {
  const files = await hubSource({ [day]: tables });
  const raw = await canonicalRows(hubLoads(files));
  expect(await canonicalRows(hubLoads(await reducedSource(files)))).toEqual(raw);
  return raw;
}

const licences = [
  ...['"mit"', '"Other"', '"other"', '"<script>alert(1)</script>"', '"\\u202egpj"', '"🤗"', '""', '" MIT "', "null"],
  ...["7", "1e400", "-0.0", "NaN", "Infinity", "true", "[]", '["mit","Apache-2.0","mit"]', '["mit",null,[1]]', "{}"],
  ...['{"id":"mit","license":"x"}', '"a\\u0000b"', '"\\ud83e"', `"${"a".repeat(300)}"`, "12345678901234567890123"],
];
const cards = licences.flatMap((one) => [
  `{"license":${one}}`,
  `{"license":"other","license_name":${one},"license":"mit"}`,
  ` { "x" : [${one}], "license_name" : ${one} , "license" : "other" } `,
  `{"license":${one},}`,
]);
const texts = [null, "", "{", "not json", "[]", "3", "null", '"license"', "{}", "\ufeff{}", '{"License":"mit"}'];
const totals = ["5", "2e16", '"5"', "0", "-1", "1.5", "1e400", "NaN", "null", "[5]", "9223372036854775808", "5.0"];
const headers = totals.flatMap((one) => [
  `{"total":${one}}`,
  `{"a":{"total":7},"total":${one},"total":8}`,
  `{"total":${one}`,
]);

describe("hostile texts are read as before", () => {
  const tagged = [[], ["license:mit"], ["license:other"], ["license:"], ["x", "license:<b>"]];

  test("cards, with and without a tag", async () => {
    const all = [...cards, ...texts].flatMap((cardData) => tagged.map((tags) => ({ cardData, tags })));
    const rows = all.map((row, i) => ({ id: `a/${i}`, ...row }));
    const { models = [] } = await same({ models: { rows } });
    expect(models).toHaveLength(rows.length);
    expect(new Set(models.map((row) => (JSON.parse(row) as { licence: unknown }).licence)).size).toBeGreaterThan(5);
    await same({ datasets: { rows } });
  }, 60_000);

  test("GGUF headers, and names that state a size", async () => {
    const all = [...headers, ...texts, ...cards].flatMap((gguf) => ["m", "m-7b-gguf"].map((name) => ({ gguf, name })));
    await same({ models: { rows: all.map(({ gguf, name }, i) => ({ id: `a${i}/${name}`, gguf })) } });
  }, 60_000);

  test("any card and header that chance writes", async () => {
    const json = fc.json({ maxDepth: 2 });
    const keyed = fc.tuple(fc.constantFrom("license", "license_name", "total", "a"), json);
    const object = fc.array(keyed, { maxLength: 4 }).map((all) => `{${all.map(([k, v]) => `"${k}":${v}`).join()}}`);
    const cut = fc.tuple(object, fc.nat(40)).map(([text, at]) => text.slice(0, at));
    const some = fc.sample(fc.tuple(fc.oneof(object, json, cut), fc.oneof(object, cut)), { numRuns: 1500, seed: 11 });
    await same({ models: { rows: some.map(([cardData, gguf], i) => ({ id: `a/${i}`, cardData, gguf })) } });
  }, 60_000);
});

test("names, labels, tags and parents are read as before, and null at any depth stays so", async () => {
  const bad = ["<script>alert(1)</script>", "text\u202egeneration", "🤗", "x".repeat(300), "", " ", "a\nb", "gpt2"];
  const parents = [
    null,
    { relation: null, models: null },
    { relation: "merge", models: [] },
    { relation: "finetune", models: [null] },
    { relation: "quantized", models: [{ _id: "x", id: null }, { _id: null, id: "A/1" }, null, { id: "a/1" }] },
  ];
  const rows = bad.flatMap((text, i) =>
    parents.map((baseModels, j) => ({
      ...{ id: `${text}/${i}-${j}`, pipeline_tag: text, library_name: text, baseModels },
      ...{ tags: [text, text, "license:mit"], safetensors: j === 0 ? null : { total: j === 1 ? null : j } },
    })),
  );
  const { models, tags } = await same({ models: { rows } });
  expect(models).toHaveLength(bad.length * parents.length);
  expect(tags?.length).toBe(2 * rows.length);
});

test("days are read as before, whatever the type of the timestamp and however far away", async () => {
  const types = ["TIMESTAMP", "TIMESTAMPTZ", "TIMESTAMP_NS"];
  const moments = [
    ...["2022-03-02 23:29:04", "2022-03-02 00:00:00", "2022-03-01 23:59:59.999999", "1969-12-31 23:59:59", null],
    ...["1677-09-21 00:12:44", "2262-04-11 23:47:16", "2026-05-20 00:00:00"],
  ];
  for (const type of types) {
    const rows = moments.map((at, i) => ({ id: `a/${i}`, createdAt: at, lastModified: at }));
    const own = { createdAt: type, lastModified: type };
    const { models = [] } = await same({ models: { rows, types: own }, datasets: { rows, types: own } });
    expect(models.filter((row) => row.includes('"at_floor":true'))).toHaveLength(2);
  }
}, 60_000);

test("columns that a file lacks, and other types of those that it has, are read as before", async () => {
  const optional = ["_id", "lastModified", "downloadsAllTime", "cardData", "safetensors", "gguf", "baseModels"];
  const rows = [{ id: "a/b", tags: ["license:other"], cardData: '{"license_name":"x"}', gguf: '{"total":5}' }];
  for (const name of optional) await same({ models: { rows, types: { [name]: null } } });
  await same({ models: { rows, types: Object.fromEntries(optional.map((name) => [name, null])) } });
  const types = { cardData: "JSON", gguf: "JSON", downloads: "UINTEGER", likes: "SMALLINT", gated: "BOOLEAN" };
  await same({ models: { rows: [{ ...rows[0], gated: true }, { id: "a/c" }], types } });
  const day = { paper_id: "1", publishedAt: "2026-05-20T06:10:00.000Z", paper_upvotes: 3 };
  for (const type of ["VARCHAR", "TIMESTAMP", "DATE"])
    await same({
      daily_papers: { rows: [day, { paper_id: "2" }], types: { publishedAt: type, paper_githubRepo: null } },
    });
}, 60_000);
