import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Analysis } from "#kit/define.ts";
import { readEditions } from "#loaders/editions.ts";
import { readReference } from "#loaders/reference.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { loadAnalyses } from "#scripts/lib/analyses.ts";
import { changesBetween } from "#site/lib/changes/between.ts";
import type { Comparable } from "#site/lib/changes/comparable.ts";
import { recompute } from "#site/lib/changes/recompute.ts";

/** The chapter that a copy of the project changes, on its committed tables. */
const id = "concentration";

let root = "";
let edition: Edition;
let reference: Reference;

beforeAll(async () => {
  await mkdir(".cache", { recursive: true });
  root = await mkdtemp(join(process.cwd(), ".cache", "season-causes-"));
  reference = await readReference("data/reference");
  const found = (await readEditions("data/editions")).find((one) => one.id === "2026-autumn");
  if (found === undefined) throw new Error("no edition 2026-autumn");
  edition = found;
});

afterAll(() => rm(root, { recursive: true, force: true }));

/** The chapter's code in a copy, with something else in the place of some of its text. */
async function codeWith(copy: string, changes: readonly (readonly [file: string, is: string, becomes: string])[]) {
  const folder = join(root, copy, "analyses");
  await cp(`analyses/${id}`, join(folder, id), { recursive: true });
  for (const [file, is, becomes] of changes) {
    const path = join(folder, id, file);
    const text = await readFile(path, "utf8");
    if (!text.includes(is)) throw new Error(`${file} does not hold "${is}": the test changes nothing`);
    await writeFile(path, text.replace(is, becomes));
  }
  return (await loadAnalyses(folder)).map((module) => module.default);
}

/** What the pages of an edition hold, as far as changes read it. */
function reportOf(status: Edition["status"], analyses: readonly Analysis[], registries: Reference): Comparable {
  const { chapters, claims } = recompute({ edition, told: [id], conflicts: false }, analyses, registries);
  const ledger = { conflicts: false, chapter: claims };
  return { edition: { ...edition, status }, reference: registries, chapters, ledger, errata: [] };
}

/** Main cause of each fact that is not unchanged, from a released edition to a draft on the same tables. */
async function causesFrom(old: Comparable, analyses: readonly Analysis[], registries = reference) {
  const now = reportOf("draft", analyses, registries);
  const { facts } = changesBetween(old, now, { analyses, reference: registries });
  const moved = facts.filter(({ causes: [first] }) => first?.cause !== "unchanged");
  return new Map(moved.map(({ id: fact, causes: [first] }) => [fact, first?.cause]));
}

describe("a released edition held against today's code and registries, on its real tables", () => {
  let analyses: readonly Analysis[];
  let released: Comparable;

  beforeAll(async () => {
    analyses = await codeWith("as-is", []);
    released = reportOf("released", analyses, reference);
  });

  test("the same code and registries change nothing", async () => {
    expect(await causesFrom(released, analyses)).toEqual(new Map());
    expect(released.chapters[0]?.facts.size).toBeGreaterThan(50);
  });

  test("another constant in the code moves the numbers that stand on it, and no other: code", async () => {
    const moved = await causesFrom(
      released,
      await codeWith("code", [["facts/levels.ts", "value: namespaces(owners),", "value: namespaces(owners) + 1,"]]),
    );
    expect(moved).toEqual(new Map([["owners", "code"]]));
  });

  test("the same constant, where an erratum says what the number should have been: correction", async () => {
    const was = Number(released.chapters[0]?.facts.get("owners")?.value);
    const words = { on: "", was: "", is: "" };
    const erratum = {
      on: "2025-12-03",
      analysis: id,
      fact: "owners",
      was,
      is: was + 1,
      cause: "One too few.",
      mended: false,
      words,
    };
    const moved = await causesFrom(
      { ...released, errata: [erratum] },
      await codeWith("mended", [["facts/levels.ts", "value: namespaces(owners),", "value: namespaces(owners) + 1,"]]),
    );
    expect(moved).toEqual(new Map([["owners", "correction"]]));
  });

  test("another sentence of a definition, the value as before: definition", async () => {
    const sentence = "Namespaces of the Hub with a model, without regard to case.";
    const moved = await causesFrom(
      released,
      await codeWith("definition", [["facts/levels.ts", sentence, "Namespaces of the Hub that hold a model."]]),
    );
    expect(moved).toEqual(new Map([["owners", "definition"]]));
  });

  test("another country in the registry of owners moves what stands on countries: correction", async () => {
    const owners = reference.owners.map((row) => (row.owner === "facebook" ? { ...row, country: "CN" } : row));
    const moved = await causesFrom(released, analyses, { ...reference, owners });
    expect([...new Set(moved.values())]).toEqual(["correction"]);
    expect([...moved.keys()]).toContain("hhi-country");
    expect([...moved.keys()]).not.toContain("hhi-model");
  });

  test("code that cannot read the tables: not comparable, and the reason says so", async () => {
    const broken = await codeWith("broken", [
      ["analysis.ts", "const hub = newest(windows);", 'throw new Error("no such column");'],
    ]);
    const now = { ...reportOf("draft", analyses, reference) };
    const { facts } = changesBetween(released, now, { analyses: broken, reference });
    const [first] = facts.find(({ id: fact }) => fact === "owners")?.causes ?? [];
    expect(first).toMatchObject({
      cause: "not comparable",
      reason: expect.stringContaining("cannot compute the chapter"),
    });
  });
});
