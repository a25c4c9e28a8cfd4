import { describe, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { ReportError } from "#kit/problem.ts";
import { chapterOn, gaining, leading, type Owned } from "#test/support/hub-chapter.ts";

const messages = ({ problems }: Chapter) => problems.map(({ message }) => message);
const title = (chapter: Chapter, figure: string) => chapter.figures.get(figure)?.title;
const reversed = (owned: readonly Owned[]): Owned[] =>
  owned.map(({ owner, all, curated = [] }) => ({ owner, all: all.toReversed(), curated: curated.toReversed() }));

describe("titles say what the facts bear out", () => {
  test("the other way round, nothing overtakes and the words turn", () => {
    const chapter = chapterOn(
      reversed(gaining),
      leading.map((one) => ({ ...one, downloads: one.downloads.toReversed() })),
    );
    expect(messages(chapter)).toEqual([]);
    expect(title(chapter, "panel-shares")).toBe("The United States rises to 70% of Hub downloads, China falls to 20%");
    expect(title(chapter, "curated-shares")).toBe(
      "Among curated language models China holds 37.5%, the United States 62.5%",
    );
    expect(chapter.standfirst).toContain("China’s share fell from 35 percent");
    expect(["curated-after-day", "fall-day", "fall-part"].filter((id) => chapter.facts.has(id))).toEqual(["fall-day"]);
  });

  test("where too much is unknown they name no direction", () => {
    const chapter = chapterOn([
      ...gaining,
      { owner: "(unregistered)", all: [2000, 2000, 2000], curated: [200, 200, 200] },
    ]);
    expect(messages(chapter)).toEqual([]);
    expect(title(chapter, "panel-shares")).toBe(
      "The United States goes to 18.3% of Hub downloads, China goes to 11.7%",
    );
    expect(chapter.figures.get("panel-shares")?.long).toContain(
      "Publishers of unknown country hold at most 66.7 percent",
    );
  });
});

describe("a series", () => {
  test("of one snapshot is an error that says what to do", () => {
    expect(() => chapterOn(gaining, leading, 1)).toThrow(ReportError);
    expect(() => chapterOn(gaining, leading, 1)).toThrow(
      "owner-downloads: 1 problem\nholds one snapshot, that of 2026-03-20: shares over time and growth need two snapshots; pin an earlier one as well",
    );
  });

  test("of two snapshots is sound", () => {
    const chapter = chapterOn(gaining, leading, 2);
    expect(messages(chapter)).toEqual([]);
    expect(chapter.facts.get("us-lead-previous")?.value).toBe(chapter.facts.get("us-lead-first")?.value);
  });

  test("in which the leading model disappears has no fall to tell, and no number that is none", () => {
    const [first, ...others] = leading;
    const chapter = chapterOn(gaining, [{ ...first, repo: "google/a", downloads: [300, null, null] }, ...others]);
    expect(messages(chapter)).toEqual([]);
    expect([...chapter.facts.keys()].filter((id) => id.startsWith("fall-"))).toEqual([]);
  });

  test("without any company of the Spring report has no figure of them", () => {
    const chinese = gaining.map((one) => (one.owner === "Qwen" ? { ...one, owner: "zai-org" } : one));
    const models = leading.map((one) => ({ ...one, repo: one.repo.replace("Qwen/", "zai-org/") }));
    const chapter = chapterOn(chinese, models);
    expect(messages(chapter)).toEqual([]);
    expect(chapter.figures.has("company-downloads")).toBe(false);
    expect(chapter.findings.comparisons.map(({ fact }) => fact)).not.toContain("tencent-new-models");
  });
});

test("a leading model of a pooled owner is left out of the pool", () => {
  const pooled: Owned = { owner: "(unregistered)", all: [500, 500, 500] };
  const chapter = chapterOn([...gaining, pooled], [{ repo: "nobody/big", downloads: [400, 400, 400] }, ...leading]);
  const variant = chapter.facts.get("us-share-last")?.variants.find(({ label }) => label === "nobody/big left out");
  expect(variant?.value).toBeCloseTo(550 / (1500 - 400), 12);
});
