import { beforeAll, describe, expect, test } from "vitest";
import { curatedModels, ownerDownloads, topModels } from "#analyses/sovereignty/tables.ts";
import { standingOn } from "#loaders/schema/evidence.ts";
import { declaredTables } from "#scripts/lib/declared.ts";
import { owner } from "#test/fixtures/crawls.ts";
import { hubLoads, hubSource, type Written } from "#test/fixtures/hub-files.ts";
import { listOf, reduced } from "#test/support/sovereignty-hub.ts";

const days = ["2026-03-01", "2026-04-01", "2026-05-01"] as const;

type Shown = readonly (readonly [id: string, repo: string, downloads: number])[];

/** Tables over three snapshots; of those without ids, the column is missing. */
async function tables(shown: readonly Shown[], list: readonly string[], withoutIds: readonly number[] = []) {
  const written = shown.map((rows, i): [string, { models: Written }] => {
    const models = { rows: rows.map(([_id, id, downloads]) => ({ _id, id, downloads })) };
    return [days[i] ?? "", { models: withoutIds.includes(i) ? { ...models, types: { _id: null } } : models }];
  });
  const loads = [...hubLoads(await hubSource(Object.fromEntries(written))), await listOf(list, "2026-06-01")];
  return reduced(loads, { owners: ["Qwen", "google"].map(owner), renames: [], corrections: [] });
}

const shown: readonly Shown[] = [
  [
    ["a1", "Qwen/A", 100],
    ["a2", "QWEN/B", 50],
    ["a3", "google/X", 70],
    ["a4", "nobody/N", 5],
    ["a5", "zero/Z", 0],
    ["a6", "gpt2", 9],
  ],
  [
    ["a1", "Qwen/A2", 110],
    ["a2", "QWEN/B", 40],
    ["a4", "nobody/N", 6],
    ["a5", "zero/Z", 3],
    ["a6", "gpt2", 9],
    ["a7", "nobody/New", 2],
    ["a8", "google/Y", 1],
  ],
  [
    ["a1", "qwen/A2", 120],
    ["a2", "nobody/B", 30],
    ["a3", "google/X", 10],
    ["a4", "nobody/N", 0],
    ["a7", "Nobody/New", 4],
    ["a9", "Zero/W", 8],
  ],
];
const list = ["qwen/a", "google/x", "Nobody/New", "absent/q"];

const measures = "in_panel namespaces models downloads_30d curated_models curated_downloads_30d first_seen".split(" ");
const told = (rows: readonly Readonly<Record<string, unknown>>[] = []) =>
  rows.map((row) => [row.observed_on, row.window_start, row.owner, ...measures.map((name) => row[name])]);

describe("owner-downloads on the Hub, worked out by hand", () => {
  let byId: readonly unknown[][];
  let byName: readonly unknown[][];
  beforeAll(async () => {
    byId = told((await tables(shown, list))["owner-downloads"]);
    byName = told((await tables(shown, list, [1]))["owner-downloads"]);
  }, 60_000);

  test("a rename is not new, a returned model is not new, a new namespace's models are not counted as first seen", () => {
    expect(byId).toEqual([
      ["2026-03-01", "2026-01-30", "(unregistered)", true, 2, 2, 14, 0, 0, null],
      ["2026-03-01", "2026-01-30", "Qwen", true, 1, 2, 150, 1, 100, null],
      ["2026-03-01", "2026-01-30", "google", true, 1, 1, 70, 1, 70, null],
      ["2026-04-01", "2026-03-02", "(unregistered)", true, 3, 4, 20, 1, 2, 1],
      ["2026-04-01", "2026-03-02", "Qwen", true, 1, 2, 150, 0, 0, 0],
      ["2026-04-01", "2026-03-02", "google", true, 1, 1, 1, 0, 0, 1],
      ["2026-05-01", "2026-04-01", "(unregistered)", true, 2, 3, 42, 1, 4, 1],
      ["2026-05-01", "2026-04-01", "Qwen", true, 1, 1, 120, 0, 0, 0],
      ["2026-05-01", "2026-04-01", "google", true, 1, 1, 10, 1, 10, 0],
    ]);
  });

  test("where one snapshot has no ids all are matched by name, so renamed models count as new", () => {
    expect(byName.map((row) => row.at(-1))).toEqual([null, null, null, 1, 1, 1, 2, 0, 0]);
    const others = (rows: readonly unknown[][]) => rows.map((row) => row.slice(0, -1));
    expect(others(byName)).toEqual(others(byId));
  });
});

test("top-models: ten of all and ten of the list, of the first and the last day, ties by name", async () => {
  const first = Array.from({ length: 12 }, (_, i): [string, string, number] => {
    const name = String(i + 1).padStart(2, "0");
    return [`b${name}`, `o/m${name}`, i < 9 ? 100 - i : i < 11 ? 50 : 1];
  });
  const middle: Shown = [
    ["b02", "o/m02", 4],
    ["b11", "o/m11", 500],
    ["b03", "o/m03", 0],
  ];
  const last: Shown = [
    ["b01", "o/m01", 7],
    ["b13", "o/new", 9],
    ["b12", "O/M12", 3],
  ];
  const rows = (await tables([first.toReversed(), middle, last], ["o/m12", "o/m02"]))["top-models"] ?? [];
  expect(
    rows.map(({ observed_on, repo, owner, curated, downloads_30d }) => [
      observed_on,
      repo,
      owner,
      curated,
      downloads_30d,
    ]),
  ).toEqual([
    ...first
      .filter(([, repo]) => repo !== "o/m11")
      .map(([, repo, downloads]) => [days[0], repo, "o", ["o/m02", "o/m12"].includes(repo), downloads]),
    [days[1], "o/m02", "o", true, 4],
    [days[2], "O/M12", "O", true, 3],
    [days[2], "o/m01", "o", false, 7],
    [days[2], "o/new", "o", false, 9],
  ]);
}, 60_000);

test("curated-models stands on the list alone", async () => {
  const rows = (await tables(shown, list))["curated-models"] ?? [];
  expect(rows.map(({ observed_on, owner: of, models }) => [observed_on, of, models])).toEqual([
    ["2026-06-01", "(unregistered)", 2],
    ["2026-06-01", "Qwen", 1],
    ["2026-06-01", "google", 1],
  ]);
}, 60_000);

describe("an edition stands on the widest evidence that it pins", () => {
  const partial = ["osir-lmts", "tracked-models"];
  const hub = ["hub", "tracked-models"];

  test.each<[string, readonly string[], readonly string[], boolean]>([
    ["the crawls alone", partial, partial, false],
    ["the Hub alone", hub, hub, true],
    ["both: the Hub", ["hub", ...partial], hub, true],
    ["the Hub without the list: the crawls by themselves", ["hub", "osir-lmts"], ["osir-lmts"], false],
  ])("%s", (_, pinned, sources, complete) => {
    for (const found of [standingOn(ownerDownloads, pinned), standingOn(topModels, pinned)])
      expect(found).toMatchObject({ sources, complete });
    expect(standingOn(curatedModels, pinned)).toEqual(curatedModels);
  });

  test("its declared tables have the query, the population and the sentences of that evidence", async () => {
    const of = async (ids: readonly string[]) => {
      const sources = Object.fromEntries(ids.map((id) => [id, "r1"]));
      const found = await declaredTables("analyses", { id: "2026-autumn", sources });
      return found.find(({ path }) => path === "sovereignty/owner-downloads.arrow")?.schema;
    };
    const [crawled, whole] = await Promise.all([of(partial), of(["hub", ...partial])]);
    expect(crawled?.sql).toContain("'osir-lmts'");
    expect(whole?.sql).not.toContain("osir-lmts");
    expect(whole?.population).toBe("models of the Hugging Face Hub with a download in the window");
    expect([crawled, whole].map((schema) => schema?.columns.observed_on?.doc)).toEqual([
      "Day of the crawl.",
      "Day of the snapshot.",
    ]);
    const said = [whole?.doc, ...Object.values(whole?.columns ?? {}).map(({ doc }) => doc)].join(" ");
    expect(said).not.toMatch(/crawl|panel|OSIR/i);
  });
});
