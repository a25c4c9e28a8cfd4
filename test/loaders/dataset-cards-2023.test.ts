import { expect, test } from "vitest";
import { datasetCardsLoads } from "#test/fixtures/dataset-cards.ts";
import { querySources } from "#test/fixtures/query.ts";

process.env.TZ = "Pacific/Kiritimati";

const load = async (sql: string, ...rows: Readonly<Record<string, unknown>>[]) =>
  querySources(await datasetCardsLoads(...rows), sql);

test("a dataset as the canonical table has it; what the file does not say is unknown", async () => {
  expect(await load("FROM datasets", {})).toEqual([
    {
      ...{ source: "dataset-cards-2023", platform: "huggingface", repo: "Acme/News", repo_key: "acme/news" },
      ...{ owner: "Acme", name: "News", hub_id: null, observed_on: "2023-03-16", window_start: "2023-02-14" },
      ...{ downloads_30d: 7, downloads_all_time: null, likes: null, created_on: "2021-10-14", at_floor: null },
      ...{ modified_on: null, gated: null, licence: null, licence_from: null, size_bytes: null },
      ...{ domain: null, has_card_file: true, has_card: false },
    },
  ]);
});

test("the text None is no task: it makes no tag, and neither the null of a domain nor a task makes the other", async () => {
  const rows = [
    { dataset_name: "a/1" },
    { dataset_name: "a/2", task: "other", domain: null },
    { dataset_name: "a/3", task: "summarization,other,other", domain: "nlp" },
  ];
  expect(await load("SELECT kind, repo_key, tag, downloads_30d FROM tags ORDER BY ALL", ...rows)).toEqual(
    [
      ["a/2", "other"],
      ["a/3", "other"],
      ["a/3", "summarization"],
    ].map(([repo_key, task]) => ({ kind: "dataset", repo_key, tag: `task_categories:${task}`, downloads_30d: 7 })),
  );
  expect(await load("SELECT repo, domain FROM datasets ORDER BY repo", ...rows)).toEqual([
    { repo: "a/1", domain: null },
    { repo: "a/2", domain: null },
    { repo: "a/3", domain: "nlp" },
  ]);
});

test.each([
  ["Tue Jan 25 16:34:18 2022 +0100", "2022-01-25"],
  ["Sat Jan 1 00:59:59 2022 +0100", "2021-12-31"],
  ["Fri Dec 31 20:00:00 2021 -0400", "2022-01-01"],
  ["Fri Dec 31 23:59:59 2021 +0000", "2021-12-31"],
  ["Thu Mar 3 04:00:00 2022 +0530", "2022-03-02"],
  ["Tue Mar 1 05:29:59 2022 +0530", "2022-02-28"],
])("the local time %s is the day %s in UTC", async (dataset_creation_time, created_on) => {
  expect(await load("SELECT created_on FROM datasets", { dataset_creation_time })).toEqual([{ created_on }]);
});

test("a time that is none is an error, never a date that is missing", async () => {
  await expect(load("FROM datasets", { dataset_creation_time: "2022-01-25" })).rejects.toThrow(
    /loaders\/dataset-cards-2023\.ts/,
  );
});

test("a dataset without a slash has no namespace, whatever the author", async () => {
  expect(await load("SELECT repo, owner, name FROM datasets", { dataset_name: "glue", author: "huggingface" })).toEqual(
    [{ repo: "glue", owner: "(none)", name: "glue" }],
  );
});

test("a counter of 0 is 0, and a card file without words is a card file", async () => {
  const rows = [{ downloads: 0, has_card: true, has_nonempty_card: true }];
  expect(await load("SELECT downloads_30d, has_card_file, has_card FROM datasets", ...rows)).toEqual([
    { downloads_30d: 0, has_card_file: true, has_card: true },
  ]);
});
