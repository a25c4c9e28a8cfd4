import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Fact } from "#kit/facts.ts";
import { type Errata, readErrata } from "#loaders/errata.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import { type Erring, readEach } from "#site/lib/errata/read.ts";
import { put, scratch } from "#test/fixtures/source.ts";
import { factOf } from "./facts.ts";

const header = "date,edition,analysis,fact,was,is,cause";
const cause = "Two names of one owner were counted as two.";

/** The registry with some rows, as it is read from a file. */
async function registry(...rows: readonly string[]): Promise<Errata> {
  const dir = await scratch();
  await put(join(dir, "errata.csv"), `${[header, ...rows].join("\n")}\n`);
  return readErrata(dir);
}

const row = (
  was: string,
  is: string,
  rest: { date?: string; fact?: string; edition?: string; analysis?: string } = {},
) =>
  [
    rest.date ?? "2025-12-03",
    rest.edition ?? "2025-autumn",
    rest.analysis ?? "scale",
    rest.fact ?? "models",
    was,
    is,
    cause,
  ].join();

const chapter = (id: string, facts: Readonly<Record<string, Fact>>) => ({
  analysis: { id },
  facts: new Map(Object.entries(facts)),
});
const edition = (id: string, status: Edition["status"], models: Fact): Erring =>
  ({
    edition: { id, status },
    chapters: [
      chapter("scale", {
        models,
        day: factOf("2025-09-07", { unit: "date" }),
        part: factOf(0.6049, { unit: "share" }),
      }),
    ],
    ledger: { chapter: chapter("claims", { told: factOf(3) }) },
  }) as unknown as Erring;

const editions = [edition("2026-autumn", "draft", factOf(9)), edition("2025-autumn", "released", factOf(467))];

async function read(...rows: readonly string[]) {
  const { of, problems } = readEach(await registry(...rows), editions);
  return { errata: of.get("2025-autumn") ?? [], problems: problems.map(({ line, message }) => `${line} ${message}`) };
}

describe("the registry", () => {
  test("is empty where there is no file", async () => {
    expect(await readErrata(await scratch())).toEqual({ file: "errata.csv", rows: [], lines: [] });
  });

  test.each([
    [row("467", "467"), "errata.csv:2: was and is are both"],
    [`2025-12-03,2025-autumn,scale,models,467,466,typo`, 'cause "typo" is no sentence'],
    [`soon,2025-autumn,scale,models,467,466,${cause}`, '"soon" is not a day'],
    [`2025-12-03,2025-autumn,scale,models,,466,${cause}`, "was is empty"],
  ])("refuses %s", async (line, message) => {
    await expect(registry(line)).rejects.toThrow(message);
  });

  test("of the project can be read", async () => {
    expect((await readErrata("data/reference")).file).toBe("errata.csv");
  });
});

describe("an erratum of a released number", () => {
  test("has its day and both values in words, and says that the wrong one still stands", async () => {
    const { errata, problems } = await read(row("467", "460"));
    expect(problems).toEqual([]);
    expect(errata).toEqual([
      {
        ...{ on: "2025-12-03", analysis: "scale", fact: "models", was: 467, is: 460, cause, mended: false },
        words: { on: "3 December 2025", was: "467 models", is: "460 models" },
      },
    ]);
  });

  test("is mended once the edition is sealed again with what it says", async () => {
    const { errata, problems } = await read(row("470", "467"));
    expect([problems, errata.map(({ mended }) => mended)]).toEqual([[], [true]]);
  });

  test("of days and of shares that print alike is told in full", async () => {
    const { errata } = await read(
      row("2025-09-07", "2025-09-06", { fact: "day" }),
      row("0.6049", "0.6051", { fact: "part" }),
    );
    expect(errata.map(({ words: { was, is } }) => [was, is])).toEqual([
      ["7 September 2025", "6 September 2025"],
      ["60.490 percent", "60.510 percent"],
    ]);
  });

  test("may follow another: each begins where the one before it ends, whatever their order in the file", async () => {
    const { errata, problems } = await read(row("460", "455", { date: "2026-01-09" }), row("467", "460"));
    expect(problems).toEqual([]);
    expect(errata.map(({ was, is }) => [was, is])).toEqual([
      [467, 460],
      [460, 455],
    ]);
    const broken = await read(row("467", "460"), row("461", "455", { date: "2026-01-09" }));
    expect(broken.problems).toEqual([
      '3 erratum of "models" says that it was 461, but the erratum before it says 460: begin there',
    ]);
  });

  test("of the claims page is one like any other", async () => {
    expect((await read(row("3", "4", { analysis: "claims", fact: "told" }))).problems).toEqual([]);
  });
});

test.each([
  [row("468", "460"), "says that it was 468, but the edition was published with 467: was must be the published value"],
  [row("9", "8", { edition: "2026-autumn" }), "is a draft: mend the draft itself and remove the row"],
  [row("9", "8", { edition: "2025-autum" }), 'of no known edition "2025-autum". Did you mean "2025-autumn"?'],
  [row("9", "8", { analysis: "scales" }), 'has no chapter "scales". Did you mean "scale"?'],
  [row("9", "8", { fact: "model" }), 'has no fact "model". Did you mean "models"?'],
  [row("many", "460"), "its values are in models, as 467"],
  [row("467", "2025-09-06"), "its values are in models, as 467"],
])("%s is refused by line, name and remedy", async (line, message) => {
  const { problems } = await read(line);
  expect(problems.join("\n")).toContain(message);
  expect(problems[0]).toMatch(/^2 /);
});
