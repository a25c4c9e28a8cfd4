import { describe, expect, test } from "vitest";
import { drawFaults } from "#kit/draw/check.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { checkProse } from "#kit/prose/check.ts";
import { chapterOn, days } from "#test/support/hub-chapter.ts";

const messages = ({ problems }: Chapter) => problems.map(({ message }) => message);
const title = (chapter: Chapter, figure: string) => chapter.figures.get(figure)?.title;
/** Every word that the chapter shows, but for names of facts and tables. */
function words({ title, standfirst, headlines, facts, figures, findings }: Chapter): string[] {
  const told = [...figures.values()].flatMap((one) => [
    ...[one.title, one.subtitle, one.reading ?? "", one.alt, one.long],
    ...Object.values(one.figure.columns).map(({ doc }) => doc),
    ...one.rows.flatMap((row) => Object.values(row).map(String)),
  ]);
  const defined = [...facts.values()].flatMap((fact) => [
    ...[fact.definition, fact.unit, fact.basis.population],
    ...fact.variants.map(({ label }) => label),
  ]);
  const compared = findings.comparisons.flatMap(({ needs, window, noun }) => [needs, window, noun]);
  return [title, standfirst, ...headlines.map(({ sentence }) => sentence), ...told, ...defined, ...compared];
}

describe("the chapter on three snapshots of the Hub", () => {
  const chapter = chapterOn();

  test("has no problems, and its drawings none", () => {
    expect(messages(chapter)).toEqual([]);
    expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "sovereignty", {}))).toEqual([]);
    expect([...chapter.figures.keys()].sort()).toEqual(
      "beside-published company-downloads curated-shares matched-growth panel-shares".split(" "),
    );
  });

  test("says the Hub and its snapshots, and nothing of a panel or of crawls", () => {
    expect(words(chapter).length).toBeGreaterThan(200);
    expect(words(chapter).filter((text) => /panel|hand-picked|crawl|OSIR|NaN|undefined/i.test(text))).toEqual([]);
    expect(chapter.title).toBe("American publishers hold 55% of the Hub’s downloads, Chinese publishers 35%");
    expect(chapter.standfirst).toMatch(
      /^China’s share rose from 20 percent on 20 March 2026 to 35 percent on 20 May 2026, the newest snapshot at hand\. .* China overtook the United States on the headline count/,
    );
    expect(title(chapter, "panel-shares")).toBe("The United States falls to 55% of Hub downloads, China rises to 35%");
  });

  test("stands on the complete Hub, but for what counts curated models alone", () => {
    expect(chapter.findings.basis).toMatchObject({ complete: true, asOf: days[2], sources: ["hub", "tracked-models"] });
    const complete = (id: string) => chapter.facts.get(id)?.basis.complete;
    expect(["us-share-last", "cn-growth", "panel-namespaces", "alibaba-downloads-last"].map(complete)).toEqual(
      Array(4).fill(true),
    );
    expect(["us-curated-last", "cn-others-last", "alibaba-curated"].map(complete)).toEqual([false, false, false]);
    expect(chapter.facts.get("us-curated-last")?.basis.population).toBe(
      "language models of the Hub that stand on the ATOM Project’s list of 1 June 2026",
    );
  });

  test("works out the same numbers as by hand", () => {
    const value = (id: string) => chapter.facts.get(id)?.value;
    expect([value("us-share-first"), value("cn-share-first"), value("de-share-last")]).toEqual([0.7, 0.2, 0.1]);
    expect([value("us-curated-last"), value("cn-curated-last")]).toEqual([90 / 190, 100 / 190]);
    expect([value("curated-before-day"), value("curated-after-day")]).toEqual([days[1], days[2]]);
    expect([value("heaviest-share"), value("us-share-without"), value("fall-part")]).toEqual([0.4, 0.25, 0.6]);
    expect([value("cn-growth"), value("us-growth")]).toEqual([expect.closeTo(1.75, 12), expect.closeTo(550 / 700, 12)]);
    expect([value("panel-crawls"), chapter.facts.get("panel-crawls")?.unit, value("gap-least")]).toEqual([
      3,
      "days",
      30,
    ]);
  });

  test("leaves out what only a selection has: joining namespaces, and days before it", () => {
    const gone = [
      "composition-part",
      "joined",
      "listed-before",
      "cn-every-last",
      "early-day",
      "cn-early",
      "cn-step-before",
    ];
    expect(gone.filter((id) => chapter.facts.has(id))).toEqual([]);
    expect(chapter.facts.get("us-share-last")?.variants.map(({ label }) => label)).not.toContain(
      "renamed namespaces added to the panel",
    );
  });

  test("carries the prose of an edition, its claims among it", () => {
    const figures = [...chapter.figures.keys()].map((id) => `<Figure id="${id}" />`).join("\n\n");
    const prose = (claim: string) =>
      `On the whole Hub the share of China <Claim facts="cn-share-first cn-share-last" says="${claim}">${claim}</Claim> to <Fact id="cn-share-last" />.\n\n${figures}\n\n## What this edition cannot know\n\nThe rest.\n`;
    const faults = (mdx: string) =>
      checkProse("analyses/sovereignty/2026-autumn.mdx", mdx, { chapter, published: [], sources: [] }).map(
        ({ message }) => message,
      );
    expect(faults(prose("rose"))).toEqual([]);
    expect(faults(prose("fell"))).toEqual([expect.stringContaining("claim says")]);
    expect(faults(prose("rose").replace("<Figure", '<Figure id="composition" />\n\n<Figure'))).toEqual([
      expect.stringContaining('no figure "composition"'),
    ]);
    expect(faults(prose("rose").replace('id="cn-share-last"', 'id="cn-curated-last"'))).toEqual([
      expect.stringContaining('"cn-curated-last" counts a part of the Hub'),
    ]);
  });
});
