import type { Edition } from "#loaders/schema/edition.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import type { Provenance } from "#loaders/schema/provenance.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import type { DeclaredTable } from "./declared.ts";

/** What a committed table must agree with. */
export interface Pins {
  readonly edition: Edition;
  readonly records: readonly SourceRecord[];
}

/** Where what a table says of its origin differs from the edition and the source records. */
export function provenanceProblems({ path, schema }: DeclaredTable, metadata: Provenance, pins: Pins): string[] {
  const remedy = "run npm run tables, or restore the record";
  const wrong = [
    ...(metadata.edition === pins.edition.id ? [] : [`was made for edition ${metadata.edition}`]),
    ...standingProblems(schema, metadata),
    ...generationProblems(metadata, pins),
  ];
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

/** Where a table stands on something else than the evidence that the edition would have it on. */
function standingProblems(schema: EvidenceSchema, { sources, population, complete }: Provenance): string[] {
  const read = sources
    .map(({ id }) => id)
    .sort()
    .join(", ");
  const wanted = [...schema.sources].sort().join(", ");
  const extent = (whole: boolean): string => (whole ? "the complete Hub" : "a part of the Hub");
  return [
    ...(read === wanted ? [] : [`was made from ${read}, the edition would have ${wanted}`]),
    ...(population === schema.population ? [] : [`is of ${population}, not of ${schema.population}`]),
    ...(complete === schema.complete
      ? []
      : [`says that it covers ${extent(complete)}, not ${extent(schema.complete)}`]),
  ];
}

/** Where a table and the records of its sources do not agree on whether rows were made up. */
function generationProblems({ sources, generated }: Provenance, { records }: Pins): string[] {
  const made = records.filter((record) => record.generated && sources.some(({ id }) => id === record.id));
  if (generated && made.length === 0) return ["was made from generated rows, and no record of its sources says so"];
  return generated ? [] : made.map(({ id }) => `does not say that ${id} is generated`);
}
