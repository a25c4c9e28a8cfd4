import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodeEvidence } from "#loaders/engine/encode.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import type { Provenance } from "#loaders/schema/provenance.ts";
import type { Row } from "#loaders/schema/table.ts";
import { schemaHash, sha256, sqlHash } from "#scripts/lib/declared.ts";
import { record } from "#test/fixtures/source.ts";
import { change, fewChapters } from "./drafts.ts";
import { days, gaining, modelRows, ownerRows } from "./hub-chapter.ts";
import { onHub } from "./sovereignty-hub.ts";

const edition = "2026-autumn";
const figures = ["panel-shares", "curated-shares", "matched-growth", "company-downloads", "beside-published"];
const prose = `The share of China <Claim facts="cn-share-first cn-share-last" says="rose">rose</Claim> on the whole Hub.

${figures.map((id) => `<Figure id="${id}" />`).join("\n\n")}

## What this edition cannot know

Where models are used.
`;

/** Chapters that stay: one that stands on the Hub, one that does not. */
const kept = ["sovereignty", "compute-cost"];

/** Turns the draft in a copy of the project into one of two chapters that stands on a generated Hub: source, pin, tables and prose. */
export function standOnGeneratedHub(root: string): void {
  fewChapters(root, edition, kept);
  const hub = record({ id: "hub", complete: true, generated: true, first: days[0], last: days[2] });
  writeFileSync(join(root, "data/sources/hub.json"), JSON.stringify(hub));
  change(root, `data/editions/${edition}.json`, (it) => ({ ...it, sources: { ...(it.sources as object), hub: "r1" } }));
  writeFileSync(join(root, `analyses/sovereignty/${edition}.mdx`), prose);
  const rows = { "owner-downloads": ownerRows(gaining), "top-models": modelRows() };
  for (const schema of Object.values(onHub.tables))
    if (schema.name in rows) store(root, schema, rows[schema.name as keyof typeof rows]);
}

function store(root: string, schema: EvidenceSchema, rows: readonly Row<EvidenceSchema>[]): void {
  const path = `sovereignty/${schema.name}.arrow`;
  const folder = `data/tables/${edition}`;
  const bytes = encodeEvidence(rows, schema, provenanceOf(root, schema));
  writeFileSync(join(root, folder, path), bytes);
  const hashes = { sha256: sha256(bytes), sql_sha256: sqlHash(schema), schema_sha256: schemaHash(schema) };
  const entry = { rows: rows.length, bytes: bytes.length, sources: schema.sources, ...hashes };
  change(root, `${folder}/tables.json`, (it) => ({
    ...it,
    tables: (it.tables as { path: string }[]).map((one) => (one.path === path ? { ...one, ...entry } : one)),
  }));
}

function provenanceOf(root: string, schema: EvidenceSchema): Provenance {
  const { sources, population, complete, name, doc, key } = schema;
  const pins = sources.map((id) => JSON.parse(readFileSync(join(root, `data/sources/${id}.json`), "utf8")));
  return {
    ...{ table: name, doc, key: [...key], edition, analysis: "sovereignty", population, complete, generated: true },
    sources: pins.map(({ id, revision, licence }) => ({ id, revision, licence: licence.spdx })),
    ...{ licence: "Apache-2.0 AND MIT", first: days[0], last: days[2] },
    ...{ sql_sha256: sqlHash(schema), schema_sha256: schemaHash(schema) },
  };
}
