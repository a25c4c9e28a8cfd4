import { beforeAll, describe, expect, test } from "vitest";
import { renewals } from "#analyses/lifetimes/renewal.ts";
import { discussionMonths, releaseGaps, releaseMonths, releaseSpells } from "#analyses/lifetimes/tables.ts";
import { osirLmts } from "#loaders/osir-lmts.ts";
import { readReference } from "#loaders/reference.ts";
import { jsonl, listing } from "#test/fixtures/crawl.ts";
import { localFiles } from "#test/fixtures/source.ts";
import { type EvidenceRows, evidenceOf } from "#test/support/hub.ts";

const reference = { ...(await readReference("data/reference")), corrections: [] };

const crawls = ["2024-11-14", "2024-12-13", "2025-01-14", "2025-02-14", "2025-03-07", "2025-04-07", "2025-09-07"];

/** Downloads and discussions of models by crawl; null where the crawl does not list them. */
const crawled: Record<string, readonly ([number, number] | null)[]> = {
  "google/old": [
    [1000, 9],
    [2000, 9],
    [2000, 9],
    [4000, 9],
    [4000, 9],
    [4000, 9],
    [4000, 9],
  ],
  "google/new": [null, [50, 4], [1000, 6], [600, 5], [500, 5], [90, 8], [80, 8]],
  "google/gaps": [null, null, [300, 1], null, [400, 1], [300, 2], [201, 2]],
  "THUDM/renamed": [[100, 1], [100, 1], null, null, null, null, null],
  "zai-org/renamed": [null, null, [100, 1], [100, 2], [100, 2], [100, 2], [100, 2]],
  "nvidia/there-before": [null, null, [5000, 3], [2500, 3], [2500, 3], [2500, 3], [2500, 3]],
  "nvidia/first": [null, null, null, [99, 1], [99, 1], [99, 1], [99, 1]],
  "google/zero": [null, null, null, null, null, null, [0, 1]],
};

describe("releases between crawls", () => {
  let rows: Map<string, EvidenceRows>;

  beforeAll(async () => {
    const files = crawls.map((day, i) => [
      listing(day),
      jsonl(
        Object.entries(crawled).flatMap(([id, on]) => {
          const [repo = "", model_name = ""] = id.split("/");
          const [downloads_last_month, community] = on[i] ?? [null, null];
          return downloads_last_month === null || community === null
            ? []
            : [{ repo, model_name, downloads_last_month, community, descendants: 0, date_crawl: day }];
        }),
      ),
    ]);
    const own = { id: "osir-lmts", revision: "r1", first: "2024-11-14", last: "2025-09-07" };
    const loads = [{ loader: osirLmts, files: await localFiles(Object.fromEntries(files), own) }];
    const tables = [releaseSpells, releaseMonths, discussionMonths, releaseGaps];
    rows = await evidenceOf(loads, tables, reference);
  });

  const spells = (base: string, threshold: string) =>
    (rows.get("release-spells") ?? [])
      .filter((row) => row.base === base && row.threshold === threshold)
      .map(({ author, reach, watched_long, held_days, days: lasted, fell }) => [
        ...[author, reach, watched_long, held_days, lasted, fell],
      ]);

  test("from the first full month to half: not what was there, renamed, rarely used, or listed when zeros came", () => {
    expect(spells("first", "half")).toEqual([
      ["google", 100, true, 184, 184, false],
      ["google", 1000, false, 31, 52, true],
    ]);
  });

  test("from the highest so far, and to a tenth", () => {
    expect(spells("highest", "half")).toEqual([
      ["google", 100, true, 184, 184, false],
      ["google", 1000, false, 31, 52, true],
    ]);
    expect(spells("first", "tenth").at(-1)).toEqual(["google", 1000, false, 52, 83, true]);
  });

  test("what is kept, month after month, in whole percent", () => {
    const kept = (rows.get("release-months") ?? []).filter(({ reach }) => reach === 1000);
    expect(kept.map(({ months, kept: part }) => [months, part])).toEqual([
      [1, 60],
      [2, 50],
      [3, 9],
      [8, 8],
    ]);
  });

  test("discussions from crawl to crawl: those withdrawn are not opened ones", () => {
    const own = (rows.get("discussion-months") ?? []).filter(
      ({ author, released_by }) => author === "google" && released_by === "2024-12-13",
    );
    expect(
      own.map(({ observed_on, opened, withdrawn, opened_after }) => [observed_on, opened, withdrawn, opened_after]),
    ).toEqual([
      ["2024-12-13", 4, 0, null],
      ["2025-01-14", 2, 0, "2024-12-13"],
      ["2025-02-14", 0, 1, "2025-01-14"],
      ["2025-03-07", 0, 0, "2025-02-14"],
      ["2025-04-07", 3, 0, "2025-03-07"],
      ["2025-09-07", 0, 0, "2025-04-07"],
    ]);
  });

  test("older models beside a release, the newest of them not among them", () => {
    const gaps = (rows.get("release-gaps") ?? []).filter(({ author }) => author === "google");
    expect(
      gaps.map(({ observed_on, older, before, after, releases }) => [observed_on, older, before, after, releases]),
    ).toEqual([
      ["2025-01-14", 1, 2000, 2000, 1],
      ["2025-02-14", 2, 3000, 4600, 0],
      ["2025-03-07", 2, 4600, 4500, 0],
      ["2025-04-07", 3, 4900, 4390, 0],
      ["2025-09-07", 2, 4300, 4201, 0],
    ]);
  });
});

test("a namespace is compared with itself, against the median namespace of each gap", () => {
  const gap = (author: string, observed_on: string, after: number, releases: number) => ({
    ...{ observed_on, opened_on: "2025-01-01", author, older: 1, before: 1000, after, releases, large_releases: 0 },
  });
  const found = renewals([
    ...[gap("a", "2025-02-01", 4000, 1), gap("b", "2025-02-01", 2000, 0), gap("c", "2025-02-01", 1000, 0)],
    ...[gap("a", "2025-03-01", 500, 0), gap("b", "2025-03-01", 250, 1), gap("c", "2025-03-01", 500, 0)],
  ]);
  expect(found.map(({ author, difference }) => [author, Number(difference.toFixed(9))])).toEqual([
    ["b", -0.5],
    ["a", 1],
  ]);
});
