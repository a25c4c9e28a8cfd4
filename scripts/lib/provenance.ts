import { decodeEvidence } from "#loaders/engine/decode.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import type { DeclaredTable } from "./declared.ts";

/** What a committed table must agree with. */
export interface Pins {
  readonly edition: Edition;
  readonly records: readonly SourceRecord[];
}

/** Where what a table says of its origin differs from the edition and the source records. */
export function provenanceProblems({ path, schema }: DeclaredTable, bytes: Uint8Array, pins: Pins): string[] {
  const { metadata } = decodeEvidence(bytes, schema);
  const remedy = "run npm run tables, or restore the record";
  const wrong = metadata.edition === pins.edition.id ? [] : [`was made for edition ${metadata.edition}`];
  const sources = metadata.sources.flatMap(({ id, revision, licence }) => {
    const record = pins.records.find((one) => one.id === id);
    if (record === undefined) return [`source ${id} has no record`];
    return [
      ...(record.revision === revision
        ? []
        : [`source ${id} was read at ${revision}, its record says ${record.revision}`]),
      ...(pins.edition.sources[id] === revision
        ? []
        : [`source ${id} was read at ${revision}, the edition pins another`]),
      ...(record.licence.spdx === licence
        ? []
        : [`source ${id} had the licence ${licence}, its record says ${record.licence.spdx}`]),
    ];
  });
  return [...wrong, ...sources].map((what) => `${path}: ${what}; ${remedy}`);
}
