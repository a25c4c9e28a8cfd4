import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate, type Material } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import type { Load } from "#loaders/engine/canonical.ts";
import { raise } from "#loaders/schema/errors.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { comparable, type TrueTable, type Truth, truthOf } from "#scripts/lib/truth.ts";
import { codeOf } from "#site/lib/code.ts";
import { hubLoads } from "#test/fixtures/hub-files.ts";
import { reference as registries } from "./generated-hub.ts";
import { type EvidenceRows, evidenceOf } from "./hub.ts";

/** Rows of evidence tables, by name. */
export type Tables = Readonly<Record<string, EvidenceRows>>;

/** An analysis, whatever its tables and figures. */
type Any = Pick<Analysis, "id" | "tables">;

/** What a chapter has beside the generated Hub. */
export interface Beside {
  /** Other sources, small and made up, or real. */
  readonly loads?: readonly Load[];
  /** Rows of tables that stand on no snapshot, by the tables' names; their sources count as pinned. */
  readonly rows?: Tables;
}

/** A chapter on a generated Hub. */
export interface HubChapter {
  /** The analysis on the sources that it was given. */
  readonly on: Analysis;
  /** Rows of its evidence tables. */
  readonly rows: Tables;
  readonly chapter: Chapter;
  /** Every table of the generator's truth. */
  readonly truth: Truth;
}

/** A chapter on the complete Hub: its evidence made of a generated Hub's folder and of what is beside it, evaluated. */
export async function hubChapter(analysis: Any, dir: string, beside: Beside = {}): Promise<HubChapter> {
  const { loads = [], rows: given = {} } = beside;
  const loaded = ["hub", ...loads.map(({ loader }) => loader.source)];
  const on = onHubOf(analysis, [...loaded, ...sourcesOf(analysis, given)]);
  const made = Object.values(on.tables).filter(({ name }) => !(name in given));
  raise(`${analysis.id} on a generated Hub`, lacking(made, loaded));
  const all = [...hubLoads(await generatedHub(dir)), ...loads];
  const rows = { ...Object.fromEntries(await evidenceOf(all, made, registries)), ...given };
  return { on, rows, chapter: evaluatedOn(on, rows, registries), truth: truthOf(dir) };
}

/** A chapter on an edition that pins these sources. */
export function onHubOf(analysis: Any, pinned: readonly string[]): Analysis {
  return standingFor(analysis as unknown as Analysis, pinned);
}

/** A chapter, evaluated on rows of its tables. */
export function evaluatedOn(on: Analysis, rows: Tables, reference: Reference): Chapter {
  return evaluate(on, { rows: rows as Material["rows"], reference, needed: {}, sources: codeOf(on.id) });
}

function sourcesOf({ tables }: Any, given: Tables): string[] {
  return Object.values(tables).flatMap(({ name, sources }) => (name in given ? sources : []));
}

function lacking(made: readonly EvidenceSchema[], loaded: readonly string[]): string[] {
  return made.flatMap(({ name, sources }) =>
    sources
      .filter((id) => !loaded.includes(id))
      .map((id) => `${name} needs ${id}: give a load of it, or the table's rows`),
  );
}

const none: TrueTable = { key: [], columns: [], rows: [] };

/** The truth of a table of a chapter: under the chapter's and the table's name, or the table's alone; no rows if it is not told. */
export function trueTable({ on, truth }: Pick<HubChapter, "on" | "truth">, name: string): TrueTable {
  return truth[`${on.id}/${name}`] ?? truth[name] ?? none;
}

/** Rows of a table of truth as objects. */
export function trueRows(of: Pick<HubChapter, "on" | "truth">, name: string): Record<string, unknown>[] {
  const { columns, rows } = trueTable(of, name);
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
}

/** Lines of a table of a chapter and of its truth, to be equal; of the rows that `kept` keeps. */
export function linesOf(of: HubChapter, { name, columns }: EvidenceSchema, kept = (_: EvidenceRows[number]) => true) {
  return comparable((of.rows[name] ?? []).filter(kept), trueTable(of, name), Object.keys(columns));
}

/** Pairs of measures of a table, known in some row, whose values could be swapped without a difference from the truth: none, in a good test. */
export function unnoticedSwaps(of: HubChapter, schema: EvidenceSchema, kept = (_: EvidenceRows[number]) => true) {
  const own = (of.rows[schema.name] ?? []).filter(kept);
  const known = (column: string) => own.some((row) => row[column] !== null);
  const measures = Object.keys(schema.columns).filter((column) => !schema.key.includes(column) && known(column));
  const pairs = measures.flatMap((a, i) => measures.slice(i + 1).map((b) => [a, b] as const));
  return pairs.filter(([a, b]) => {
    const swapped = own.map((row) => ({ ...row, [a]: row[b], [b]: row[a] }));
    const { found, truth } = linesOf({ ...of, rows: { [schema.name]: swapped } }, schema);
    return JSON.stringify(found) === JSON.stringify(truth);
  });
}

/** Facts of a chapter that are not what they should be, to a billionth of their size, each with both values. */
export function factFaults({ chapter }: HubChapter, expected: Readonly<Record<string, number | string>>): string[] {
  return Object.entries(expected).flatMap(([id, should]) => {
    const is = chapter.facts.get(id)?.value;
    const same =
      typeof is === "number" && typeof should === "number"
        ? Math.abs(is - should) <= 1e-9 * Math.max(1, Math.abs(should))
        : is === should;
    return same ? [] : [`${id} is ${is ?? "not told"}, should be ${should}`];
  });
}
