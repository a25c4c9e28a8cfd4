import type { Columns } from "./column.ts";
import { defineTable, type Keyed, type TableSchema } from "./table.ts";

/** What an evidence table is made from, and what a reader must know about its population. */
export interface Standing {
  /** Ids of the source records that the rows come from; the licence follows from theirs. */
  readonly sources: readonly string[];
  /** Who or what was counted, in words that a sentence can use. */
  readonly population: string;
  /** Whether the population is the whole Hub. */
  readonly complete: boolean;
  /** Plain SQL over canonical tables (`models`, `bases`, `owners`, `renames`…); its columns are the declared ones. */
  readonly sql: string;
}

/** Wider evidence for the columns of a table, and what they then mean where their own sentences do not fit it. */
export interface WiderStanding extends Standing {
  /** What a row is. */
  readonly doc?: string;
  /** Sentences of columns, by name. */
  readonly docs?: Readonly<Record<string, string>>;
}

/** A small committed table: a query over canonical tables. */
export interface EvidenceSchema<C extends Columns = Columns> extends TableSchema<C>, Standing {
  /** Wider evidence for the same columns, best first: an edition that pins all of its sources uses it instead. */
  readonly wider?: readonly WiderStanding[];
  /** Whether editions that do not pin its sources do without it; made by `optional`. */
  readonly optional?: true;
}

/** An evidence table that an edition may lack. */
export type OptionalEvidence<C extends Columns = Columns> = EvidenceSchema<C> & { readonly optional: true };

/** Marks an evidence table that editions without its sources leave out; its analysis then reads null. */
export function optional<const C extends Columns>(schema: EvidenceSchema<C>): OptionalEvidence<C> {
  return { ...schema, optional: true };
}

/** Declares an evidence table. */
export function defineEvidence<const C extends Columns>(schema: EvidenceSchema<C> & Keyed<C>): EvidenceSchema<C> {
  defineTable(schema);
  const standings: readonly Standing[] = [schema, ...(schema.wider ?? [])];
  if (standings.some(({ sources }) => sources.length === 0))
    throw new Error(`evidence ${schema.name}: name at least one source`);
  const described = (schema.wider ?? []).flatMap(({ docs = {} }) => Object.keys(docs));
  const unknown = described.filter((column) => !(column in schema.columns));
  if (unknown.length > 0) throw new Error(`evidence ${schema.name}: column ${unknown.join(", ")} is not declared`);
  return schema;
}

/** Whether an edition with these sources has the table: all that must be there are, and one that may lack lacks nothing. */
export function stands(schema: EvidenceSchema, pinned: readonly string[]): boolean {
  return schema.optional !== true || standingOn(schema, pinned).sources.every((id) => pinned.includes(id));
}

/** The table on the best evidence that an edition pins: the first wider standing all of whose sources it has, else its own. */
export function standingOn<C extends Columns>(schema: EvidenceSchema<C>, pinned: readonly string[]): EvidenceSchema<C> {
  const { wider = [], ...own } = schema;
  const best = wider.find(({ sources }) => sources.every((id) => pinned.includes(id)));
  if (best === undefined) return own;
  const { docs = {}, ...standing } = best;
  const columns = Object.entries(own.columns).map(([name, column]) => [
    name,
    { ...column, doc: docs[name] ?? column.doc },
  ]);
  return { ...own, ...standing, columns: Object.fromEntries(columns) as C };
}
