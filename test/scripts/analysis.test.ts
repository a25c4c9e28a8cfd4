import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Analysis } from "#kit/define.ts";
import { drawFaults } from "#kit/draw/check.ts";
import { type Chapter, evaluate } from "#kit/evaluate.ts";
import { checkProse } from "#kit/prose/check.ts";
import { loadSources, selectSources } from "#loaders/engine/canonical.ts";
import { runEvidence } from "#loaders/engine/evidence.ts";
import loaders from "#loaders/hub-stats-sample.ts";
import { readReference } from "#loaders/reference.ts";
import { planOf } from "#scripts/lib/scaffold/plan.ts";
import { scaffold } from "#scripts/lib/scaffold/write.ts";
import { withEngine } from "#test/fixtures/query.ts";
import { describeReal, realSource } from "#test/fixtures/real.ts";

const existing = {
  folders: ["_kit", "scale"],
  pages: ["methodology"],
  orders: new Map([
    ["scale", 1],
    ["openness", 12],
  ]),
};

describe("what is wanted", () => {
  test("a name, a question and the next order follow from an id", () => {
    expect(planOf({ id: "gpu-hours" }, existing)).toEqual({
      id: "gpu-hours",
      title: "Gpu hours",
      question: "What does the evidence say about gpu hours?",
      order: 13,
    });
    expect(planOf({ id: "x", title: " X ", question: "Is it?", order: "3" }, existing)).toEqual({
      ...{ id: "x", title: "X", question: "Is it?", order: 3 },
    });
  });

  test.each([
    [
      { id: "Model Size" },
      '"Model Size" is no id: write lower-case words joined by -, 40 characters at most, such as model-size',
    ],
    [{ id: "_kit" }, '"_kit" is no id'],
    [{ id: "../scale" }, '"../scale" is no id'],
    [{ id: "a".repeat(41) }, "40 characters at most"],
    [{ id: "scale" }, "analyses/scale exists: choose another id, or edit that folder"],
    [{ id: "methodology" }, '"methodology" is a page of every edition: choose another id'],
    [{ id: "x", order: "1" }, "--order 1 is that of scale: choose another"],
    [{ id: "x", order: "0" }, '--order must be a whole number from 1 on, not "0"'],
  ])("%j is refused", (wanted, message) => expect(() => planOf(wanted, existing)).toThrow(message));
});

describeReal("a new analysis in a copy of the project", () => {
  const plan = { id: "try-out", title: "A try", question: "Is it so?", order: 99 };
  let root = "";
  let chapter: Chapter;
  const prose = () => join(root, "analyses", "try-out", "2026-autumn.mdx");

  beforeAll(async () => {
    await mkdir(".cache", { recursive: true });
    root = await mkdtemp(join(process.cwd(), ".cache", "scaffold-"));
    await cp("analyses/_template", join(root, "analyses", "_template"), { recursive: true });
    await scaffold(plan, "2026-autumn", join(root, "analyses"));
    const file = pathToFileURL(join(root, "analyses", "try-out", "analysis.ts")).href;
    const { default: analysis } = (await import(/* @vite-ignore */ file)) as { default: Analysis };
    const [schema] = Object.values(analysis.tables);
    if (schema === undefined) throw new Error("the template declares no table");
    const files = await realSource("hub-stats-sample");
    const loads = loaders.map((loader) => ({ loader, files }));
    const rows = await withEngine(async (engine) => {
      await loadSources(engine, loads);
      await selectSources(engine, loads, ["hub-stats-sample"]);
      return runEvidence(engine, schema);
    });
    const reference = await readReference("data/reference");
    chapter = evaluate(analysis, { rows: { [schema.name]: rows }, reference, needed: {}, sources: {} });
  });

  afterAll(() => rm(root, { recursive: true, force: true }));

  test("its evidence, facts and words have no problem, and it is who it was told to be", () => {
    expect(chapter.problems).toEqual([]);
    const { id, label, question, order } = chapter.analysis;
    expect({ id, title: label, question, order }).toEqual(plan);
    expect(chapter.facts.get("models")?.value).toBe(4167);
  });

  test("its figure draws, and its prose passes", async () => {
    expect([...chapter.figures.keys()]).toEqual(["try-out-sizes"]);
    expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "try-out", {}))).toEqual([]);
    const known = { chapter, published: [], sources: ["hub-stats-sample"] };
    expect(checkProse(prose(), await readFile(prose(), "utf8"), known)).toEqual([]);
  });

  test("nothing of the template's own name is left, and nothing half made", async () => {
    const folder = join(root, "analyses", "try-out");
    const texts = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), "utf8")));
    expect(texts.join("")).not.toMatch(/new-analysis|New analysis|order: 0/);
    expect((await readdir(join(root, "analyses"))).sort()).toEqual(["_template", "try-out"]);
  });

  test("a folder that appeared in the meantime is not touched", async () => {
    const before = await readFile(prose(), "utf8");
    await expect(scaffold({ ...plan, order: 5 }, "2026-autumn", join(root, "analyses"))).rejects.toThrow();
    expect(await readFile(prose(), "utf8")).toBe(before);
    expect((await readdir(join(root, "analyses"))).sort()).toEqual(["_template", "try-out"]);
  });
});
