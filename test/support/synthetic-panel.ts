import { loadReference } from "#loaders/engine/canonical.ts";
import { runEvidence } from "#loaders/engine/evidence.ts";
import { createTable } from "#loaders/engine/rows.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import { models } from "#loaders/schema/models.ts";
import type { Row } from "#loaders/schema/table.ts";
import { withEngine } from "#test/fixtures/query.ts";

/** A random number from 0 to 1, the next of a seeded row of them. */
export type Random = () => number;

/** Numbers that look random and are the same for every run with one seed. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A simulated model: when it appears, and how many downloads it has on each day of its life. */
export interface Simulated {
  readonly author: string;
  /** Day of its release, counted from the panel's first; negative for models that are there before. */
  readonly born: number;
  /** Downloads on a day of its life, 0 being that of its release. */
  daily(age: number): number;
}

const start = Date.parse("2024-05-08");
const dayMs = 86_400_000;
const empty = Object.fromEntries(Object.keys(models.columns).map((name) => [name, null]));

/** The day with that number in a panel, `YYYY-MM-DD`. */
export const dayAt = (number: number): string => new Date(start + number * dayMs).toISOString().slice(0, 10);

/** Downloads of a model in the 30 days up to and with a day of its life. */
export function counter(model: Simulated, age: number): number {
  let sum = 0;
  for (let day = Math.max(0, age - 29); day <= age; day += 1) sum += model.daily(day);
  return Math.round(sum);
}

/** What a source lists of simulated models on some days: their 30-day counters, and nothing of those without a download. */
export function listed(simulated: readonly Simulated[], days: readonly number[], source: string): Row<typeof models>[] {
  return simulated.flatMap((model, i) =>
    days.flatMap((day) => {
      const downloads_30d = day < model.born ? 0 : counter(model, day - model.born);
      const [owner, name] = [model.author, `m${i}`];
      const repo = `${owner}/${name}`;
      const row = { ...empty, source, platform: "huggingface", repo, repo_key: repo, owner, name, downloads_30d };
      return downloads_30d > 0 ? [{ ...row, observed_on: dayAt(day) } as Row<typeof models>] : [];
    }),
  );
}

/** Rows of an evidence table over rows of canonical models. */
export function evidenceOver<S extends EvidenceSchema>(
  schema: S,
  rows: readonly Row<typeof models>[],
): Promise<Row<S>[]> {
  return withEngine(async (engine) => {
    await createTable(engine, models, rows);
    await loadReference(engine, { owners: [], renames: [] });
    return runEvidence(engine, schema);
  });
}

/** Days from one to another, both counted. */
export function daysFrom(first: number, last: number, step = 1): number[] {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
}
