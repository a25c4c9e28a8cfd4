import type { Columns } from "./column.ts";
import { defineTable, type Keyed, type TableSchema } from "./table.ts";

/** A small committed table: a query over canonical tables, with what a reader must know about its population. */
export interface EvidenceSchema<C extends Columns = Columns> extends TableSchema<C> {
  /** Ids of the source records that the rows come from; the licence follows from theirs. */
  readonly sources: readonly string[];
  /** Who or what was counted, in words that a sentence can use. */
  readonly population: string;
  /** Whether the population is the whole Hub. */
  readonly complete: boolean;
  /** Plain SQL over canonical tables (`models`, `owners`, `renames`); its columns are the declared ones. */
  readonly sql: string;
}

/** Declares an evidence table. */
export function defineEvidence<const C extends Columns>(schema: EvidenceSchema<C> & Keyed<C>): EvidenceSchema<C> {
  defineTable(schema);
  if (schema.sources.length === 0) throw new Error(`evidence ${schema.name}: name at least one source`);
  return schema;
}
