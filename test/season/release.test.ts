import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { sectionOf, withSection } from "#scripts/lib/season/seal/changelog.ts";
import { sealHash } from "#scripts/lib/season/seal/put.ts";
import { reportReasons } from "#scripts/lib/season/seal/reasons.ts";
import type { Report } from "#site/lib/assemble.ts";
import { changesBetween } from "#site/lib/changes/between.ts";
import { readSeal } from "#site/lib/seal/verify.ts";
import { project } from "#test/fixtures/project.ts";
import { record, scratch } from "#test/fixtures/source.ts";
import { printed, smallEdition } from "#test/support/sealed.ts";

vi.setConfig({ testTimeout: 30_000 });

function release(cwd: string, ...args: string[]): Promise<{ code: number; err: string }> {
  const options = { cwd, env: { ...process.env, NO_COLOR: "1" } };
  return new Promise((resolve) => {
    const script = join(process.cwd(), "scripts/season.ts");
    execFile(process.execPath, [script, "release", ...args], options, (error, _, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, err }),
    );
  });
}

describe("a release is refused", () => {
  test("when it is called wrongly", async () => {
    const { root } = (await project()).paths;
    const calls = [["2026-autum"], ["2026-autumn", "--again"], ["2026-autumn", "--because", "x"]];
    const ran = await Promise.all(calls.map((args) => release(root, ...args)));
    expect(ran.map(({ code }) => code)).toEqual([2, 2, 2]);
    const [unknown, without, needless] = ran.map(({ err }) => err);
    expect(unknown).toContain("did you mean 2026-autumn?");
    expect(without).toContain('--again needs --because "..."');
    expect(needless).toContain("--because needs --again");
    const draft = await release(root, "2026-autumn", "--again", "--because", "x");
    expect([draft.code, draft.err]).toEqual([2, expect.stringContaining("was never released: leave --again out")]);
  });

  test("of an edition that is released, unless again and with a reason", async () => {
    const it = await project();
    const path = "data/editions/2026-autumn.json";
    const edition = JSON.parse(await readFile(join(it.paths.root, path), "utf8"));
    await it.put(path, JSON.stringify({ ...edition, status: "released" }));
    const { code, err } = await release(it.paths.root, "2026-autumn");
    expect([code, err]).toEqual([1, expect.stringContaining('is sealed again by --again --because "..."')]);
  });
});

describe("what stands against a release of a sound report", () => {
  const reasons = async (change: (report: Report) => Partial<Report>): Promise<string[]> => {
    const report = await printed(await scratch());
    const [chapter] = report.chapters;
    if (chapter === undefined) throw new Error("no chapter");
    const [[, figure] = []] = [...chapter.figures];
    if (figure === undefined) throw new Error("no figure");
    const whole = { ...chapter, figures: new Map(["a", "b", "c"].map((id) => [id, { ...figure, id }])) };
    const fit = { ...report, chapters: [whole] };
    return reportReasons({ ...fit, ...change(fit) });
  };
  const chapterOf = ({ chapters: [chapter] }: Report) => chapter as NonNullable<typeof chapter>;

  test("is nothing where nothing is wrong", async () => expect(await reasons(() => ({}))).toEqual([]));

  test("are too few figures, a missing headline, one that could not be otherwise", async () => {
    const few = await reasons((report) => ({ chapters: [{ ...chapterOf(report), figures: new Map() }] }));
    expect(few).toEqual(['chapter "tiny" has 0 figures, fewer than 3']);
    const none = await reasons((report) => ({ chapters: [{ ...chapterOf(report), headlines: [] }] }));
    expect(none).toEqual(['chapter "tiny" has no headline: add one to headlines.ts']);
    const certain = await reasons((report) => {
      const { headlines, ...chapter } = chapterOf(report);
      return { chapters: [{ ...chapter, headlines: headlines.slice(1) }] };
    });
    expect(certain).toEqual([
      'headline "now" of chapter "tiny" has neither variants nor bounds: say how it could be otherwise',
    ]);
  });

  test("are a chapter that the record names and generated evidence, told together", async () => {
    const found = await reasons(({ edition }) => ({
      edition: { ...edition, chapters: ["tiny", "scale"] },
      sources: [record({ id: "s", generated: true })],
    }));
    expect(found).toEqual([
      expect.stringContaining("cannot be released: the source s is generated"),
      'chapter "scale" is missing: data/editions/2031-spring.json names it; write its prose',
    ]);
  });
});

describe("the changelog", () => {
  test("says what was sealed, newest first, and keeps what stood there", async () => {
    const { root, report } = await smallEdition();
    const seal = readSeal("2031-spring", root);
    const changes = changesBetween(null, report, { analyses: [], reference: report.reference });
    const first = sectionOf(seal, { report, changes, old: null });
    expect(first).toContain("## Spring 2031 (2031-spring)\n\n* Released on 3 May 2031, as of 30 April 2031");
    expect(first).toContain("* 1 chapter: Tiny.\n* 6 facts, 1 figure, 2 published figures in the ledger.\n");
    expect(first).toContain("* 1 evidence table of 1 row from 1 source: s at r1.\n");
    expect(first).toContain(`* Seal: ${sealHash(seal)}, over ${seal.files.length} files.\n`);
    const files = seal.files.map((file) => (file.class === "facts" ? { ...file, sha256: "0".repeat(64) } : file));
    const again = sectionOf({ ...seal, because: "a number was wrong", files }, { report, changes, old: seal });
    expect(again).toContain("## Spring 2031 (2031-spring), sealed again on 3 May 2031");
    expect(again).toContain(
      "* Sealed again because: a number was wrong\n* Other than in the seal before: 2 files of facts.\n",
    );
    const text = withSection(withSection(null, first), again);
    expect(text.startsWith("# Changelog of the editions\n\n")).toBe(true);
    expect(text.endsWith(`${again}\n${first}`)).toBe(true);
  });

  test("counts what changed since the edition before by its causes", async () => {
    const { root, report } = await smallEdition();
    const changes = changesBetween(report, report, { analyses: [], reference: report.reference });
    const of = { ...changes, before: { ...changes.edition, title: "Autumn 2030" } };
    const tally = [{ cause: "data", count: 7 } as const, { cause: "code", count: 0 } as const];
    const section = sectionOf(readSeal("2031-spring", root), { report, changes: { ...of, tally }, old: null });
    expect(section).toContain("* Facts since Autumn 2030, by main cause: 7 data.\n");
  });
});
