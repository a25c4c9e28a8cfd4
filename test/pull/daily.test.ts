import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openHub } from "#scripts/lib/hub/hub.ts";
import { pullSnapshot } from "#scripts/lib/hub/pull.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { snapshotFolder } from "#test/fixtures/snapshot.ts";
import { scratch } from "#test/fixtures/source.ts";
import { type Commit, contentOf, type LoopbackHub, Stored, startHub } from "#test/hub/loopback/index.ts";
import { daily, idOf, instant, tables } from "./world.ts";

let server: LoopbackHub;
const card = new Stored(Buffer.from("card"), "git");

/** A commit with every table of a week, and one two days later that changes the card alone. */
async function commitsOf(
  week: number,
  digits: readonly [string, string],
  dates: readonly [string, string],
): Promise<Commit[]> {
  const made = await snapshotFolder({ week });
  const files = tables.map((table) => [`${table}.parquet`, new Stored(join(made, `${table}.parquet`), "xet")] as const);
  return [
    { id: idOf(digits[0]), date: dates[0], title: "rows", files: new Map(files) },
    { id: idOf(digits[1]), date: dates[1], title: "card", files: new Map([...files, ["README.md", card]]) },
  ];
}

beforeEach(async () => {
  const commits = [
    ...(await commitsOf(0, ["1", "2"], ["2026-05-20T23:59:59Z", "2026-05-22T06:00:00Z"])),
    ...(await commitsOf(1, ["3", "4"], ["2026-05-27T00:00:00Z", "2026-05-29T06:00:00Z"])),
  ];
  server = await startHub(contentOf({ repositories: [{ kind: "dataset", name: daily, commits }] }));
});
afterEach(() => server.close());

async function pulled(wanted: { readonly date: string } | { readonly revision: string }) {
  const options = {
    hub: openHub({ endpoint: server.url, token: "", clock: instant }),
    paths: pathsAt(await scratch()),
  };
  const dir = await pullSnapshot({ source: "daily", ...wanted }, options);
  return JSON.parse(await readFile(join(dir, "snapshot.json"), "utf8"));
}

test.each([
  ["2026-05-20", "1", "2026-05-20"],
  ["2026-05-23", "1", "2026-05-20"],
  ["2026-05-26", "1", "2026-05-20"],
  ["2026-05-27", "3", "2026-05-27"],
  ["2027-01-01", "3", "2026-05-27"],
])("of %s: the commit that brought the files there were on that day", async (date, digit, label) => {
  expect(await pulled({ date })).toMatchObject({
    ...{ source: "hub-daily", repository: daily, revision: idOf(digit), label, observed_on: label, generated: true },
  });
});

test("at a commit or a branch: the same snapshot as of its day", async () => {
  const first = await pulled({ date: "2026-05-23" });
  expect(await pulled({ revision: idOf("2") })).toEqual(first);
  expect(await pulled({ revision: "main" })).toEqual(await pulled({ date: "2026-06-01" }));
});

test("before the first commit, and at one that is not there", async () => {
  await expect(pulled({ date: "2026-05-19" })).rejects.toThrow("has no commit that early; its first is of 2026-05-20");
  await expect(pulled({ revision: idOf("9") })).rejects.toThrow(/cfahlgren1\/hub-stats, revision 9{40}: \[revision\]/);
});
