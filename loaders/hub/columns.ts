import { raise } from "../schema/errors.ts";
import { identifier } from "../schema/loader.ts";
import type { SnapshotTable } from "../schema/snapshot.ts";

/** One column of the Hub's Parquet files that loaders read. */
export interface RawColumn {
  /** DuckDB types that it may have. */
  readonly type: RegExp;
  /** Those types in words. */
  readonly words: string;
  /** Stands in for the column where the file lacks it; null for a column without which a file is not read. */
  readonly absent: string | null;
  /** Whether only lists have it that this project makes itself: no file of others lacks it. */
  readonly own?: true;
}

const of =
  (type: RegExp, words: string) =>
  (absent: string | null = null): RawColumn => ({ type, words, absent });

const text = of(/^(VARCHAR|JSON)$/, "text");
const whole = of(/^U?(TINY|SMALL|BIG)?INT(EGER)?$/, "a whole number");
const number = of(/^(DOUBLE|FLOAT|U?(TINY|SMALL|BIG)?INT(EGER)?)$/, "a number");
const time = of(/^TIMESTAMP(_S|_MS|_NS| WITH TIME ZONE)?$/, "a timestamp");
const texts = of(/^VARCHAR\[\]$/, "a list of text");
const gate = of(/^(VARCHAR|BOOLEAN)$/, "text or a truth value");
const tensors = of(/^STRUCT\((.*, )?"?total"? U?(BIGINT|INTEGER)(, .*)?\)$/, "a struct with a whole number total");
const parents = of(
  /^STRUCT\((?=.*\brelation"? VARCHAR)(?=.*\bmodels"? STRUCT\((?:[^()]*, )?"?id"? VARCHAR[^()]*\)\[\]).*\)$/,
  "a struct with relation and a list models of structs with id",
);

const none = "NULL::VARCHAR";

/** Columns that files of models and of datasets share. */
const repository = {
  _id: text(none),
  id: text(),
  createdAt: time(),
  lastModified: time("NULL::TIMESTAMP"),
  downloads: whole(),
  downloadsAllTime: whole("NULL::BIGINT"),
  likes: whole(),
  tags: texts(),
  cardData: text(none),
  gated: gate(none),
};

/** Columns that are read of each table; all others are left alone, whatever they hold. */
export const rawColumns: Readonly<Record<SnapshotTable, Readonly<Record<string, RawColumn>>>> = {
  models: {
    ...repository,
    safetensors: tensors("NULL::STRUCT(total BIGINT)"),
    gguf: text(none),
    baseModels: parents("NULL::STRUCT(relation VARCHAR, models STRUCT(id VARCHAR)[])"),
    pipeline_tag: text(none),
    library_name: text(none),
    owner_type: { ...text(none), own: true },
  },
  datasets: {
    ...repository,
    mainSize: number("NULL::DOUBLE"),
  },
  daily_papers: {
    paper_id: text(),
    publishedAt: of(/^(TIMESTAMP.*|DATE|VARCHAR)$/, "a timestamp, or one in text")(),
    paper_upvotes: number("NULL::BIGINT"),
    paper_githubRepo: text(none),
    "paper_organization.name": text(none),
  },
};

/** What a file of the Hub has of the columns that are read. */
export interface Present {
  readonly columns: readonly string[];
  /** Columns that it lacks: their values are unknown. */
  readonly missing: readonly string[];
  /** Columns that nothing reads. */
  readonly unread: readonly string[];
}

/** Sorts the columns of a file into those that are read, missing and unread. */
export function present(table: SnapshotTable, types: ReadonlyMap<string, string>): Present {
  const wanted = Object.keys(rawColumns[table]);
  return {
    columns: wanted.filter((name) => types.has(name)),
    missing: wanted.filter((name) => !types.has(name) && !rawColumns[table][name]?.own),
    unread: [...types.keys()].filter((name) => !wanted.includes(name)),
  };
}

/** What is wrong with the columns of a file, one line each: a needed one is missing, or one has another type. */
export function columnFaults(table: SnapshotTable, types: ReadonlyMap<string, string>): string[] {
  return Object.entries(rawColumns[table]).flatMap(([name, { type, words, absent }]) => {
    const found = types.get(name);
    if (found === undefined)
      return absent === null ? [`${table}.${name}: is missing, and nothing can stand for it`] : [];
    return type.test(found) ? [] : [`${table}.${name}: is ${cut(found)}, not ${words}`];
  });
}

/** A sub-query that gives every read column of a file, null for those that it lacks; throws a `DataError` for its faults. */
export function readColumns(
  table: SnapshotTable,
  file: string,
  types: ReadonlyMap<string, string>,
  subject: string,
): string {
  raise(subject, columnFaults(table, types));
  const list = Object.entries(rawColumns[table]).map(([name, { absent }]) =>
    types.has(name) ? identifier(name) : `${absent} AS ${identifier(name)}`,
  );
  return `SELECT ${list.join(", ")} FROM read_parquet(${file})`;
}

function cut(type: string): string {
  return type.length > 60 ? `${type.slice(0, 60)}…` : type;
}
