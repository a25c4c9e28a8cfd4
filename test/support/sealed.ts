import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "#kit/text.ts";
import { encodeEvidence } from "#loaders/engine/encode.ts";
import { date, int } from "#loaders/schema/column.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import type { Provenance } from "#loaders/schema/provenance.ts";
import { schemaHash, sha256, sqlHash } from "#scripts/lib/declared.ts";
import { putSeal } from "#scripts/lib/season/seal/put.ts";
import { sealOf } from "#scripts/lib/season/seal/seal.ts";
import type { Pages, Report } from "#site/lib/assemble.ts";
import { changesBetween } from "#site/lib/changes/between.ts";
import { ledgerAt } from "#site/lib/ledger.ts";
import { print } from "#site/lib/print/print.ts";
import type { Seal } from "#site/lib/seal/format.ts";
import { type Packed, pack } from "#site/lib/seal/pack.ts";
import { put, record, scratch } from "#test/fixtures/source.ts";
import { basis, chapter, made, reference, tiny } from "./chapter.ts";
import { comparison, published } from "./published.ts";

const id = "2031-spring";

/** The record of the small edition before it is sealed. */
export const edition: Edition = {
  ...{ id, title: "Spring 2031", status: "released", as_of: "2031-04-30", compiled: "2031-05-02" },
  sources: { s: "r1" },
};

const schema = defineEvidence({
  ...{ name: "rows", doc: "A day.", key: ["observed_on"], sources: ["s"], population: "a few models", complete: false },
  columns: { observed_on: date("Day."), models: int("Models.", "models") },
  sql: "SELECT observed_on, models FROM nothing",
});

const provenance: Provenance = {
  ...{ table: "rows", doc: schema.doc, key: ["observed_on"], edition: id, analysis: "tiny", licence: "MIT" },
  sources: [{ id: "s", revision: "r1", licence: "MIT" }],
  ...{ population: "a few models", complete: false, first: "2025-09-07", last: "2025-09-07" },
  ...{ sql_sha256: sqlHash(schema), schema_sha256: schemaHash(schema) },
};

/** HTML of the pages of the small edition. */
export const pages: Pages = {
  claims: "<p>Claims.</p>",
  conflicts: null,
  methodology: "<p>Method.</p>",
  sources: "<p>S.</p>",
};

/** Prose of its one chapter. */
export const prose = '<h2 id="a">A</h2><div data-figure="tiny-line"></div>';

/** A small edition, printed: one chapter with every kind of fact, a table, a comparison. */
export async function printed(root: string): Promise<Report> {
  const bytes = encodeEvidence([{ observed_on: "2025-09-07", models: 3 }], schema, provenance);
  const file = `data/tables/${id}/tiny/rows.arrow`;
  await put(join(root, file), bytes);
  await put(join(root, `data/tables/${id}/tables.json`), "{}\n");
  const registries = { ...reference, published: [published, { ...published, id: "S26-12" }] };
  const found = chapter(analysis(), { reference: registries });
  const sources = [record({ id: "s" })];
  const ledger = ledgerAt(edition, [found], { reference: registries, sources, complete: true });
  const table = { analysis: "tiny", schema, rows: [{ observed_on: "2025-09-07", models: 3 }], provenance, file };
  const tables = [{ ...table, bytes: bytes.length, sha256: sha256(bytes) }];
  return print({
    edition,
    chapters: [found],
    ledger,
    tables,
    reference: registries,
    sources,
    snapshots: [],
    ...{ generated: false, open: [] },
  });
}

function analysis() {
  const variants = [{ label: "counted otherwise", value: 0.4, bounds: { lower: 0.3, upper: 0.5 } }];
  const base = tiny().compute({} as never).facts;
  const facts = {
    ...base,
    open: made(0.405, "share", { of: 1000, n: 12, bounds: { lower: 0.4, upper: 0.5 }, variants }),
    day: made("2025-09-07", "date", { n: null }),
    large: made(1.5e25, "models", { basis: { ...basis, complete: true } }),
  };
  const headlines = [
    { fact: "open", sentence: say`a part of the whole`, trend: [0.1, 0.2, 0.405] },
    { fact: "now", sentence: say`another` },
  ];
  return tiny({ facts, headlines, comparisons: [{ ...comparison, fact: "open" }] });
}

/** Seals a printed edition below a root, or seals it again. */
export async function sealed(
  root: string,
  report: Report,
  change: (packed: Packed[]) => Packed[] = (all) => all,
  before: Seal["before"] = null,
): Promise<Edition> {
  const today = { analyses: [], reference: report.reference };
  const packed = change(pack(report, { chapters: { tiny: prose }, pages }, changesBetween(null, report, today)));
  const code = { version: "0.1.0", commit: "a".repeat(40), tree: "b".repeat(40) };
  const because = before === null ? null : "a mistake";
  const seal = sealOf(packed, report.tables, { edition, sealed: "2031-05-03", because, code, before }, root);
  await putSeal(seal, packed, root);
  return JSON.parse(readFileSync(join(root, `data/editions/${id}.json`), "utf8"));
}

/** A small sealed edition in a folder of its own. */
export async function smallEdition(): Promise<{ root: string; report: Report; record: Edition }> {
  const root = await scratch();
  const report = await printed(root);
  return { root, report, record: await sealed(root, report) };
}

/** Flips one bit in the middle of a file. */
export function flip(path: string): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(path, bytes);
}
