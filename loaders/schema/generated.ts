import type { Edition } from "./edition.ts";
import type { Provenance } from "./provenance.ts";
import type { Snapshot } from "./snapshot.ts";
import type { SourceRecord } from "./source.ts";

/** Everything that can say that an edition rests on rows that somebody made up. */
export interface Evidenced {
  readonly edition: Pick<Edition, "sources">;
  /** Records of sources; those that the edition does not pin do not matter. */
  readonly records: readonly SourceRecord[];
  /** What the edition's tables say about themselves. */
  readonly tables: readonly Provenance[];
  /** Admitted snapshots of all sources; those of a source that the edition does not pin do not matter. */
  readonly snapshots: readonly Snapshot[];
}

/** What of an edition was made up, one line each; empty when all of it was observed. Any one witness is enough. */
export function generatedParts({ edition, records, tables, snapshots }: Evidenced): string[] {
  const pins = (id: string): boolean => id in edition.sources;
  return [
    ...records.filter(({ id, generated }) => generated && pins(id)).map(({ id }) => `the source ${id} is generated`),
    ...snapshots
      .filter(({ source, generated }) => generated && pins(source))
      .map(({ source, label }) => `the snapshot ${source} ${label} is generated`),
    ...tables
      .filter(({ generated }) => generated === true)
      .map(({ analysis, table }) => `the table ${analysis}/${table} was made from generated rows`),
  ];
}
