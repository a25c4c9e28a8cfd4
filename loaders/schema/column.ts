/** Storage kinds. `int` is a 64-bit integer that must fit 2^53; `date` is a day, written `YYYY-MM-DD` in rows. */
export type Kind = "text" | "int" | "float" | "date" | "bool";

/** One declared column of a canonical or evidence table. */
export interface Column<K extends Kind = Kind, N extends boolean = boolean> {
  readonly kind: K;
  /** What one unit of the value is ("downloads", "models"), or null for a label. */
  readonly unit: string | null;
  /** Whether null (unknown, never zero) may occur. */
  readonly nullable: N;
  /** One sentence that says what the value means. */
  readonly doc: string;
}

export type Columns = Readonly<Record<string, Column>>;

type Scalar<K extends Kind> = K extends "text" | "date" ? string : K extends "bool" ? boolean : number;

/** The value of a column in a row. */
export type Value<C> = C extends Column<infer K, infer N> ? (N extends true ? Scalar<K> | null : Scalar<K>) : never;

const declare =
  <K extends Kind>(kind: K) =>
  (doc: string, unit: string | null = null): Column<K, false> => ({ kind, unit, nullable: false, doc });

export const text = declare("text");
export const int = declare("int");
export const float = declare("float");
export const date = declare("date");
export const bool = declare("bool");

/** The same column, with null allowed. */
export function nullable<K extends Kind>(column: Column<K>): Column<K, true> {
  return { ...column, nullable: true };
}
