import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { osirLmts } from "#loaders/osir-lmts.ts";
import { readReference } from "#loaders/reference.ts";
import { jsonl, listing, type RawModel } from "#test/fixtures/crawl.ts";
import { localFiles } from "#test/fixtures/source.ts";
import { evaluated, standing } from "#test/support/attention.ts";
import { type EvidenceRows, evidenceOf } from "#test/support/hub.ts";

const days = ["2025-08-07", "2025-09-07"] as const;

/** Thirty models: the later, the fewer likes and the more downloads; the first has neither discussions nor use. */
function crawl(day: string, change: Partial<Record<string, Partial<RawModel>>> = {}): RawModel[] {
  return Array.from({ length: 30 }, (_, i) => {
    const name = `m${String(i).padStart(2, "0")}`;
    const counts = { likes: 290 - 10 * i, downloads_last_month: 100 * i, community: i === 0 ? 0 : 30 - i };
    return { repo: i < 15 ? "Qwen" : "nobody", model_name: name, ...counts, date_crawl: day, ...change[name] };
  });
}

const first = crawl(days[0]).map((row) => (row.repo === "Qwen" ? row : { ...row, likes: 0 }));
/** On the later crawl a model is new, and the most used one ties at the border of the ten most liked. */
const second = [
  ...crawl(days[1], { m28: { likes: 0 }, m29: { likes: 210 } }),
  { repo: "Qwen", model_name: "new", likes: 5000, downloads_last_month: 1, community: 0, date_crawl: days[1] },
];

let rows: Map<string, EvidenceRows>;
let chapter: Chapter;
const value = (id: string) => chapter.facts.get(id)?.value;
const other = (id: string, label: string) => chapter.facts.get(id)?.variants.find((one) => one.label === label)?.value;

beforeAll(async () => {
  const reference = await readReference("data/reference");
  const files = await localFiles(
    { [listing(days[0])]: jsonl(first), [listing(days[1])]: jsonl(second) },
    { id: "osir-lmts", revision: "r1", first: days[0], last: days[1] },
  );
  const on = standing(["osir-lmts"]);
  rows = await evidenceOf([{ loader: osirLmts, files }], Object.values(on.tables), reference);
  chapter = evaluated(on, Object.fromEntries(rows), reference);
}, 60_000);

test("lists that run against each other share only what both must", () => {
  expect([value("models"), value("shared-10"), value("shared-25")]).toEqual([31, 0, 19]);
  expect(chapter.facts.has("shared-50")).toBe(false);
  expect(other("shared-25", "listing of Aug 2025")).toBe(20);
});

test("without the first of a list, the places behind it move up", () => {
  expect(other("shared-25", "most liked model left out")).toBe(20);
  expect(other("shared-25", "most downloaded model left out")).toBe(20);
});

test("a tie at a border bounds what lists share, and the name decides", () => {
  const tied = chapter.facts.get("shared-10");
  expect([tied?.value, tied?.bounds]).toEqual([0, { lower: 0, upper: 1 }]);
  const ranks = (rows.get("crawl-ranks") ?? []).filter(
    (row) => row.part === "osir-lmts" && row.observed_on === days[1] && row.likes === 210,
  );
  expect(ranks.map((row) => [row.like_rank, row.download_rank])).toEqual([
    [10, 22],
    [11, 1],
  ]);
});

test("the first by each measure, and the extremes of both lists", () => {
  expect([value("most-liked-likes"), value("most-liked-download-rank")]).toEqual([5000, 30]);
  expect([value("most-used-downloads"), value("most-used-like-rank")]).toEqual([2900, 11]);
  expect([value("least-used-downloads"), value("least-liked-likes")]).toEqual([0, 0]);
});

test("downloads for each like, the liked and the unliked apart", () => {
  const liked = 30;
  expect([value("liked-models"), value("unliked")]).toEqual([liked, expect.closeTo(1 / 31, 12)]);
  const ratios = [...second]
    .filter(({ likes = 0 }) => likes > 0)
    .map((row) => (row.downloads_last_month ?? 0) / (row.likes ?? 1));
  const median = ratios.sort((a, b) => a - b)[liked / 2 - 1] ?? Number.NaN;
  expect(Math.abs(Number(value("per-like")) / median - 1)).toBeLessThan(0.05);
});

test("new likes count for models that both crawls list, and otherwise for new ones of their namespaces too", () => {
  expect([value("gain-models"), value("steps")]).toEqual([30, 1]);
  const [step] = chapter.figures.get("gainers")?.rows ?? [];
  expect(step).toMatchObject({ liked: "nobody/m29", likes_gained: 210 });
  const all = (rows.get("gain-ranks") ?? []).filter((row) => row.matched === false && row.like_rank === 1);
  expect(all).toMatchObject([{ likes_gained: 5000, models: 31 }]);
});

test("discussions: whom the most liked share with, and who is silent", () => {
  expect(value("likes-discussions-10")).toBe(8);
  expect(value("downloads-discussions-10")).toBe(0);
  expect(value("liked-silent")).toBe(2);
});

test("the correlation of opposite orders is near its least", () => {
  expect(Number(value("spearman"))).toBeLessThan(-0.6);
  expect(Number(value("likes-discussions-spearman"))).toBeGreaterThan(0.3);
});

test("a chapter of crawls alone has no lists beside it, and nothing is wrong with it", () => {
  expect(chapter.problems.map(({ message }) => message)).toEqual([]);
  expect(chapter.figures.has("overlap-by-depth")).toBe(false);
  expect([...chapter.facts.keys()].filter((id) => /^(radar|sample)/.test(id))).toEqual([]);
  expect(chapter.title).toBe("Of 25 models with most new likes, 20 are much downloaded");
});
