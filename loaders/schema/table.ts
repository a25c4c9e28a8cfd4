import type { Columns, Value } from "./column.ts";

/** A declared table: what one row is, what identifies it, and what each column means. */
export interface TableSchema<C extends Columns = Columns> {
  readonly name: string;
  /** One sentence that says what a row is. */
  readonly doc: string;
  /** Columns that identify a row; rows are unique in them and sorted by them. */
  readonly key: readonly string[];
  readonly columns: C;
}

/** The row type of a declared table. */
export type Row<S extends TableSchema> = { readonly [K in keyof S["columns"]]: Value<S["columns"][K]> };

/** A key made of declared columns. */
export interface Keyed<C extends Columns> {
  readonly key: readonly (keyof C & string)[];
}

/** Declares a table; the row type is inferred from its columns. */
export function defineTable<const C extends Columns>(schema: TableSchema<C> & Keyed<C>): TableSchema<C> {
  const unknown = schema.key.filter((column) => !(column in schema.columns));
  if (unknown.length > 0) throw new Error(`table ${schema.name}: key column ${unknown.join(", ")} is not declared`);
  return schema;
}
