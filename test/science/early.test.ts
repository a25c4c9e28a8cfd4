import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import analysis from "#analyses/science/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { checkProse } from "#kit/prose/check.ts";
import { codeOf } from "#site/lib/code.ts";
import { describeReal, realFiles } from "#test/fixtures/real.ts";
import { domainsOf } from "#test/oracles/science.ts";
import { committedChapter } from "#test/support/committed.ts";
import { rawParquet } from "#test/support/raw-rows.ts";
import { reference } from "#test/support/science.ts";

const chapter = await committedChapter(analysis as unknown as Analysis, "2025-autumn");

/** The first words of all terms: a name without any of them falls into no domain. */
const heads = new Set(reference.terms.map(({ term }) => term.split(" ")[0]));
const hints = (repo: string): boolean =>
  repo
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some((word) => heads.has(word));

/** Names of a listing that fall into a domain, by plain loops, with their downloads. */
async function named(source: string, id: string) {
  const [file] = (await realFiles(source)).values();
  const rows = await rawParquet(String(file));
  return rows.map((row) => {
    const repo = String(row[id]);
    return {
      repo,
      downloads: Number(row.downloads),
      domains: hints(repo) ? domainsOf({ repo, tags: [] }, reference.terms) : [],
    };
  });
}

test("the chapter on the two older listings has no problems, and says nothing of what they lack", () => {
  expect(chapter.problems).toEqual([]);
  expect([...chapter.figures.keys()]).toEqual([
    ...["biology-access", "science-domains", "science-publishers", "science-weight"],
  ]);
  const absent = ["precision", "flagged", "missed", "likes-share", "papers", "science-unlicensed"];
  expect(absent.filter((id) => chapter.facts.has(id))).toEqual([]);
});

test("its facts speak of the complete Hub of their day, and name no repository", () => {
  expect(chapter.facts.get("science-share")?.basis).toMatchObject({
    ...{ population: "models of the Hub in October 2022", complete: true, asOf: "2022-10-01" },
    sources: ["model-cards-2022"],
  });
  expect(chapter.facts.get("other-science-share")?.basis.asOf).toBe("2023-03-16");
  const labels = [...chapter.facts.values()].flatMap(({ variants }) => variants.map(({ label }) => label));
  expect(labels.filter((label) => label.includes("/"))).toEqual([]);
});

test("the prose of 2025 has no problems", () => {
  const file = "analyses/science/2025-autumn.mdx";
  const sources = ["dataset-cards-2023", "epoch-models", "model-cards-2022"];
  expect(checkProse(file, readFileSync(file, "utf8"), { chapter, published: [], sources })).toEqual([]);
  expect(Object.keys(codeOf("science"))).toContain("analyses/science/populations.ts");
});

describeReal("plain loops over every name of the two listings", () => {
  test.each([
    ["model-cards-2022", "modelId", ""],
    ["dataset-cards-2023", "dataset_name", "other-"],
  ])("%s", { timeout: 60_000 }, async (source, id, prefix) => {
    const all = await named(source, id);
    const own = all.filter(({ domains }) => domains.length > 0);
    const downloads = (rows: typeof all): number => rows.reduce((sum, row) => sum + row.downloads, 0);
    const fact = (name: string) => chapter.facts.get(`${prefix}${name}`)?.value;
    expect(fact("all")).toBe(all.length);
    expect(fact("science")).toBe(own.length);
    expect(fact("downloads-share")).toBeCloseTo(downloads(own) / downloads(all), 12);
    expect(fact("science-unused")).toBeCloseTo(own.filter((row) => row.downloads === 0).length / own.length, 12);
    expect(fact("medicine")).toBe(own.filter(({ domains }) => domains.includes("medicine")).length);
    expect(fact("top-share")).toBeCloseTo(Math.max(...own.map((row) => row.downloads)) / downloads(own), 12);
  });
});
