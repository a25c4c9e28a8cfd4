import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { edition } from "#loaders/schema/edition.ts";
import { type Project, project } from "#test/fixtures/project.ts";
import { pin, record } from "#test/fixtures/source.ts";
import { type Ran, season } from "#test/support/season.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const analysis = (id: string, order: number) => `
import { byOwner } from "./tables.ts";
export default { id: "${id}", order: ${order}, label: "${id}", question: "Is it?", needs: [], tables: { byOwner }, figures: {}, compute() {} };
`;

/** A project with a chapter on crawls and one on a source of 2026. */
async function twoChapters(): Promise<Project> {
  const it = await project();
  const tables = await readFile(join(it.paths.root, "analyses/example/tables.ts"), "utf8");
  const late = record({ id: "radar", first: "2026-08-22", last: "2026-08-22", files: [pin("a", "a")] });
  await it.put("data/sources/radar.json", JSON.stringify(late));
  for (const id of ["osir-lmts", "radar"])
    await it.put(`loaders/${id}.ts`, `export default { source: "${id}", table: {}, sql: "" };\n`);
  await it.put("analyses/other/tables.ts", tables.replaceAll("osir-lmts", "radar"));
  for (const [i, id] of ["example", "other"].entries()) {
    await it.put(`analyses/${id}/analysis.ts`, analysis(id, i + 1));
    await it.put(`analyses/${id}/2026-autumn.mdx`, `The words of ${id}.\n`);
  }
  await it.put("analyses/_ledger/2026-autumn.mdx", "On conflicts.\n");
  return it;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

describe("season new", () => {
  let it: Project;
  let first: Ran;
  const at = (path: string) => join(it.paths.root, path);

  beforeAll(async () => {
    it = await twoChapters();
    first = await season(it.paths.root, ["new", "2025-autumn", "--json"]);
  });

  test("writes a draft that is a valid record, with the sources that its day allows", async () => {
    expect([first.code, first.err]).toEqual([0, ""]);
    const written = edition.parse(JSON.parse(await readFile(at("data/editions/2025-autumn.json"), "utf8")));
    expect(written).toMatchObject({ status: "draft", as_of: "2025-09-30", sources: { "osir-lmts": "r1" } });
    expect(Object.keys(written.sources)).toEqual(["osir-lmts"]);
  });

  test("copies the prose of the chapters that can stand, and of no other; the ledger's only beside all of them", async () => {
    expect(await readFile(at("analyses/example/2025-autumn.mdx"), "utf8")).toBe("The words of example.\n");
    expect(await exists(at("analyses/other/2025-autumn.mdx"))).toBe(false);
    expect(await exists(at("analyses/_ledger/2025-autumn.mdx"))).toBe(false);
    expect(JSON.parse(first.out)).toMatchObject({
      from: "2026-autumn",
      chapters: ["example"],
      withoutSources: [{ id: "radar", because: "its evidence begins on 2026-08-22" }],
      withoutChapters: [{ id: "other", because: "by-owner cannot be made without radar" }],
      files: ["analyses/example/2025-autumn.mdx", "data/editions/2025-autumn.json"],
    });
  });

  test("refuses an edition that exists, and changes nothing", async () => {
    const record = await readFile(at("data/editions/2025-autumn.json"), "utf8");
    const { code, err } = await season(it.paths.root, ["new", "2025-autumn", "--as-of", "2025-08-01"]);
    expect([code, err]).toEqual([2, expect.stringContaining("edition 2025-autumn exists")]);
    expect(await readFile(at("data/editions/2025-autumn.json"), "utf8")).toBe(record);
  });

  test("takes the prose of the edition that it is told, and the ledger's where every chapter stands", async () => {
    const { code, out } = await season(it.paths.root, [
      "new",
      "2026-winter",
      "--from",
      "2026-autumn",
      "--as-of",
      "2026-10-01",
    ]);
    expect(code).toBe(0);
    expect(out).toContain("analyses/_ledger/2026-winter.mdx");
    expect(out).toContain("npm run season -- diff 2026-autumn 2026-winter");
  });

  test("writes nothing where prose of the edition stands already", async () => {
    await it.put("analyses/example/2026-spring.mdx", "Mine.\n");
    const { code, err } = await season(it.paths.root, ["new", "2026-spring"]);
    expect([code, err]).toEqual([1, expect.stringContaining("analyses/example/2026-spring.mdx: exists; move it away")]);
    expect(await exists(at("data/editions/2026-spring.json"))).toBe(false);
  });

  test.each([
    [["2020-spring"], 1, "example: by-owner cannot be made without osir-lmts"],
    [["2025-spring", "--from", "2026-autum"], 2, "did you mean 2026-autumn?"],
    [["2025-spring", "2025-summer"], 2, "one edition at a time"],
    [[], 2, "Missing required positional argument: ID"],
  ])("%j is refused", async (args, code, message) => {
    expect(await season(it.paths.root, ["new", ...args])).toMatchObject({
      code,
      err: expect.stringContaining(message),
    });
  });

  test("--help says what it does", async () => {
    expect((await season(it.paths.root, ["new", "--help"])).out).toContain("--as-of");
  });
});
