import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Edition } from "#loaders/schema/edition.ts";
import type { Provenance } from "#loaders/schema/provenance.ts";
import type { Snapshot } from "#loaders/schema/snapshot.ts";
import { buildTables } from "#scripts/lib/build.ts";
import { chooseEdition } from "#scripts/lib/editions.ts";
import { gatherInputs } from "#scripts/lib/inputs.ts";
import { releasable } from "#scripts/lib/release.ts";
import { verifyTables } from "#scripts/lib/verify.ts";
import { writeTables } from "#scripts/lib/write.ts";
import { crawlRecord, type Project, project } from "#test/fixtures/project.ts";
import { record } from "#test/fixtures/source.ts";

const id = "2026-autumn";
const rest = { title: "Autumn 2026", as_of: "2026-09-30", compiled: "2026-11-23", sources: { "osir-lmts": "r1" } };
const edition: Edition = { id, status: "released", ...rest };
const label = "2025-01-14";

/** A snapshot that says whether it was generated. */
function snapshot(generated: boolean, source = "osir-lmts"): Snapshot {
  const origin = { source, repository: "owner/name", revision: "r1", label, committed_at: null, observed_on: label };
  const verdict = { predecessor: null, passed: [], not_applicable: [], waivers: [], notes: [] };
  return { ...origin, generated, admitted_on: label, tables: {}, ...verdict };
}

const put = {
  record: (it: Project, generated: boolean) =>
    it.put("data/sources/osir-lmts.json", JSON.stringify(crawlRecord({ generated }))),
  snapshot: (it: Project, generated: boolean) =>
    it.put(`data/snapshots/osir-lmts/${label}.json`, JSON.stringify(snapshot(generated))),
  status: (it: Project, status: Edition["status"]) =>
    it.put(`data/editions/${id}.json`, JSON.stringify({ ...edition, status })),
};

async function build(it: Project): Promise<void> {
  const inputs = await gatherInputs(await chooseEdition(it.paths.editions), it.paths, it.options);
  await writeTables(await buildTables({ ...inputs, threads: 2 }), join(it.paths.tables, id));
}

const problems = async (it: Project) => (await verifyTables(id, it.paths)).problems;
const reason = (what: string) => expect.stringContaining(`edition ${id} cannot be released: ${what}`);
const source = reason("the source osir-lmts is generated");
const table = reason("the table example/by-owner was made from generated rows");
const shot = reason(`the snapshot osir-lmts ${label} is generated`);

/** A draft built from a source that says that it is generated. */
async function generated(): Promise<Project> {
  const it = await project();
  await put.record(it, true);
  await build(it);
  return it;
}

describe("an edition made from generated rows", () => {
  test("is a sound draft, whose tables say so", async () => {
    const it = await generated();
    expect(await problems(it)).toEqual([]);
    const bytes = await readFile(join(it.paths.tables, id, "example", "by-owner.arrow"));
    expect(bytes.includes('"generated":true')).toBe(true);
  });

  test("cannot be released by changing its status", async () => {
    const it = await generated();
    await put.status(it, "released");
    expect(await problems(it)).toEqual([source, table]);
  });

  test("nor with the mark taken off its source record, nor is it a sound draft then", async () => {
    const it = await generated();
    await put.record(it, false);
    const unsaid = expect.stringContaining("was made from generated rows, and no record of its sources says so");
    expect(await problems(it)).toEqual([unsaid]);
    await put.status(it, "released");
    expect(await problems(it)).toEqual([unsaid, table]);
  });

  test("nor with the mark taken off record and table, while a snapshot says so", async () => {
    const it = await project();
    await build(it);
    await put.snapshot(it, true);
    expect(await problems(it)).toEqual([]);
    await put.status(it, "released");
    expect(await problems(it)).toEqual([shot]);
  });

  test("nor can it be built again without the record's mark, while a snapshot says so", async () => {
    const it = await project();
    await put.snapshot(it, true);
    await expect(build(it)).rejects.toThrow("says that nothing was made up, but snapshot 2025-01-14 was");
  });

  test("nor with a table from before the mark", async () => {
    const it = await project();
    await build(it);
    await put.record(it, true);
    expect(await problems(it)).toEqual([expect.stringContaining("does not say that osir-lmts is generated")]);
  });
});

describe("an edition made from observed rows", () => {
  test("can be released, and its tables carry no mark", async () => {
    const it = await project();
    await put.snapshot(it, false);
    await build(it);
    await put.status(it, "released");
    expect(await problems(it)).toEqual([]);
    const bytes = await readFile(join(it.paths.tables, id, "example", "by-owner.arrow"));
    expect(bytes.includes('"generated"')).toBe(false);
  });
});

describe("any one witness stands against a release", () => {
  const none = { records: [], tables: [], snapshots: [] };
  const made: Provenance = {
    ...{ table: "by-owner", doc: "", key: [], edition: id, analysis: "example", sources: [], licence: "MIT" },
    ...{ population: "", complete: false, first: label, last: label, sql_sha256: "", schema_sha256: "" },
  };

  test.each([
    ["a record", { ...none, records: [record({ id: "osir-lmts", generated: true })] }, [source]],
    ["a table", { ...none, tables: [{ ...made, generated: true as const }] }, [table]],
    ["a snapshot", { ...none, snapshots: [snapshot(true)] }, [shot]],
    ["none", none, []],
    ["observed ones", { records: [record({ id: "osir-lmts" })], tables: [made], snapshots: [snapshot(false)] }, []],
    ["a record that is not pinned", { ...none, records: [record({ id: "other", generated: true })] }, []],
    ["a snapshot of a source that is not pinned", { ...none, snapshots: [snapshot(true, "other")] }, []],
  ])("%s", (_, evidence, reasons) => {
    expect(releasable(edition, evidence)).toEqual(reasons);
  });
});
