import type { Engine } from "../engine/engine.ts";
import { describeParquet } from "../engine/scan.ts";
import { DataError } from "../schema/errors.ts";
import { literal } from "../schema/loader.ts";
import type { SnapshotTable } from "../schema/snapshot.ts";
import { shown } from "./escape.ts";
import { planOf } from "./kinds.ts";
import { matchable, matching } from "./match.ts";
import { measuresOf, recorded } from "./measures.ts";
import { notesOf } from "./notes.ts";
import type { Measured, Plan, Result, Rule, Tested } from "./rule.ts";

/** A table of a snapshot on disk; `path` is null where the snapshot does not have it. */
export type Held = Pick<Tested, "table" | "origin" | "before" | "corrections"> & {
  readonly path: string | null;
  /** Name of the file in messages. */
  readonly shown: string;
};

/** What all rules found in one table. */
export interface Examined {
  readonly table: SnapshotTable;
  readonly results: readonly Result[];
  /** DuckDB types of the columns; none for a file that cannot be read. */
  readonly types: ReadonlyMap<string, string>;
  readonly measures: Readonly<Record<string, number | null>>;
  readonly notes: readonly string[];
}

/**
 * Holds one table against the rules that name it, all at once: one pass over the file, one over it and its predecessor,
 * and a query for each rule that failed, to show rows.
 */
export async function examine(engine: Engine, rules: readonly Rule[], held: Held): Promise<Examined> {
  const own = rules.filter(({ tables }) => tables.split("+").includes(held.table));
  if (held.path === null) return absent(own, held);
  try {
    const { types, metadata } = await describeParquet(engine, held.path, held.shown);
    const it = { ...held, types, metadata, rows: `read_parquet(${literal(held.path)})` };
    return await examineFile(engine, own, it);
  } catch (error) {
    return unreadable(own, held, error);
  }
}

async function examineFile(engine: Engine, rules: readonly Rule[], it: Tested): Promise<Examined> {
  const plans = rules.map((rule) => ({ rule, plan: planOf(rule, it) }));
  const measured = await measure(
    engine,
    plans.flatMap(({ plan }) => (typeof plan === "string" ? [] : [plan])),
    it,
  );
  const results: Result[] = [];
  for (const { rule, plan } of plans) results.push(await resultOf(engine, rule, plan, it, measured));
  const { table, types } = it;
  return { table, results, types, measures: recorded(it, measured), notes: await notesOf(engine, it) };
}

async function measure(engine: Engine, plans: readonly Plan[], it: Tested): Promise<Measured> {
  const aggregates = Object.entries(Object.assign({}, measuresOf(it), ...plans.map((plan) => plan.aggregates)));
  const match = matchable(it);
  const values = new Map([
    ...(await numbers(
      engine,
      `SELECT ${aggregates.map(([, sql]) => sql)} FROM ${it.rows}`,
      aggregates.map(([name]) => name),
    )),
    ...(match ? await numbers(engine, matching(it, match)) : []),
  ]);
  return (name) => values.get(name) ?? null;
}

/** Numbers of the one row of a query, by the names given or those of its columns. */
async function numbers(engine: Engine, sql: string, given?: readonly string[]): Promise<[string, number | null][]> {
  const { rows, types } = await engine.query(sql);
  const names = given ?? [...types.keys()];
  return names.map((name, i) => [name, rows[0]?.[i] == null ? null : Number(rows[0][i])]);
}

async function resultOf(
  engine: Engine,
  rule: Rule,
  plan: Plan | string,
  { table }: Tested,
  measured: Measured,
): Promise<Result> {
  if (typeof plan === "string") return { rule, table, verdict: "not-applicable", found: plan, rows: [] };
  const { held, found } = plan.judge(measured);
  if (held || plan.rows === null) return { rule, table, verdict: held ? "passed" : "failed", found, rows: [] };
  const { rows } = await engine.query(plan.rows);
  return {
    rule,
    table,
    verdict: "failed",
    found,
    rows: rows.map((row) => row.map((it) => shown(String(it))).join("  ")),
  };
}

/** A snapshot may lack a table, unless its predecessor has it. */
function absent(rules: readonly Rule[], { table, before }: Held): Examined {
  const results = rules.map((rule): Result => {
    const kept = rule.kind === "columns" && rule.subject === "kept" && before !== null;
    const found = kept ? `the whole table was there in ${before.label}` : "the snapshot has no such table";
    return { rule, table, verdict: kept ? "failed" : "not-applicable", found, rows: [] };
  });
  return { table, results, types: new Map(), measures: {}, notes: [] };
}

/** A file that cannot be read keeps no rule, and breaks the one that it can be. */
function unreadable(rules: readonly Rule[], held: Held, error: unknown): Examined {
  const results = rules.map((rule): Result => {
    const whole = rule.kind === "columns" && rule.subject === "readable";
    const found = whole ? reasonOf(error, held) : "the file cannot be read";
    return { rule, table: held.table, verdict: whole ? "failed" : "not-applicable", found, rows: [] };
  });
  return { table: held.table, results, types: new Map(), measures: {}, notes: [] };
}

function reasonOf(error: unknown, { path, shown: name }: Held): string {
  const [problem] =
    error instanceof DataError ? error.problems : [error instanceof Error ? error.message : String(error)];
  const [first = ""] = (problem ?? "").split("\n");
  return shown(first.replaceAll(path ?? "", name), 300);
}
