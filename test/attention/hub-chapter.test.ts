import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { drawFaults } from "#kit/draw/check.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { readReference } from "#loaders/reference.ts";
import { generateHub } from "#scripts/generator/hub.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { hubLoads } from "#test/fixtures/hub-files.ts";
import { scratch } from "#test/fixtures/source.ts";
import { atPart, bothOf, firstDigitOf, type Noticed, rankCorrelationOf, ratiosOf } from "#test/oracles/attention.ts";
import { evaluated, standing } from "#test/support/attention.ts";
import { evidenceOf } from "#test/support/hub.ts";
import { rawParquet } from "#test/support/raw-rows.ts";

const reference = { ...(await readReference("data/reference")), corrections: [] };
const owners = reference.owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));
const likes = ({ likes }: Noticed): number => likes;
const downloads = ({ downloads }: Noticed): number => downloads;

let chapter: Chapter;
let snapshots: (Noticed & { readonly key: string })[][];

beforeAll(async () => {
  const dir = join(await scratch(), "hub");
  await generateHub({ models: 4_000, months: 3, seed: 31, owners }, dir);
  const files = await generatedHub(dir);
  const on = standing(["hub"]);
  const tables = await evidenceOf(hubLoads(files), Object.values(on.tables), reference);
  chapter = evaluated(on, Object.fromEntries(tables), reference);
  const models = files.record.files.filter(({ path }) => path.endsWith("models.parquet"));
  snapshots = await Promise.all(models.map(async ({ path }) => (await rawParquet(files.local(path))).map(noticed)));
}, 120_000);

function noticed(row: Record<string, unknown>): Noticed & { readonly key: string } {
  const id = String(row.id);
  return { id, key: String(row._id ?? id), likes: Number(row.likes), downloads: Number(row.downloads) };
}

const value = (id: string) => Number(chapter.facts.get(id)?.value);
const newest = () => snapshots.at(-1) ?? [];

test.each([10, 25, 50, 100])("the first %d of the newest snapshot equal plain loops over its raw rows", (k) => {
  expect(newest().length).toBeGreaterThan(2_000);
  expect(value("models")).toBe(newest().length);
  expect(value(`shared-${k}`)).toBe(bothOf(newest(), likes, downloads, k));
});

test("its rank correlation and its ratios do too", () => {
  const [x, y] = [newest().map(likes).map(firstDigitOf), newest().map(downloads).map(firstDigitOf)];
  expect(value("spearman")).toBeCloseTo(rankCorrelationOf(x, y), 9);
  expect(Math.abs(value("per-like") / atPart(ratiosOf(newest()), 0.5) - 1)).toBeLessThan(0.051);
});

test("new likes between the last two snapshots do too", () => {
  const before = new Map((snapshots.at(-2) ?? []).map(({ key, likes }) => [key, likes]));
  const gained = newest().flatMap((one) => {
    const had = before.get(one.key);
    return had === undefined ? [] : [{ ...one, likes: one.likes - had }];
  });
  expect(gained.length).toBeGreaterThan(1_000);
  expect(value("gain-models")).toBe(gained.length);
  expect(value("gain-shared-25")).toBe(bothOf(gained, likes, downloads, 25));
});

test("nothing is wrong with the chapter or its drawings, and its words are those of the Hub", () => {
  expect(chapter.problems.map(({ message }) => message)).toEqual([]);
  expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "attention", {}))).toEqual([]);
  expect(chapter.findings.basis.complete).toBe(true);
  const told = [...chapter.figures.values()].flatMap(({ title, subtitle, reading, alt, long }) => [
    title,
    subtitle,
    reading ?? "",
    alt,
    long,
  ]);
  const words = [chapter.title, chapter.standfirst, ...chapter.headlines.map(({ sentence }) => sentence), ...told];
  expect(words.filter((text) => /panel|crawl|namespaces|NaN|undefined|Infinity/.test(text))).toEqual([]);
  expect([...chapter.facts].filter(([, { basis }]) => !basis.complete).map(([id]) => id)).toEqual([]);
});

test("discussions, which snapshots do not count, leave no figure and no fact behind", () => {
  expect(chapter.figures.has("three-measures")).toBe(false);
  expect([...chapter.facts.keys()].filter((id) => id.includes("discussions"))).toEqual([]);
});
