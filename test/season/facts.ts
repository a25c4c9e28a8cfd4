import { type Change, changesOf } from "#kit/changes/changes.ts";
import type { FactSet, Stage, Way } from "#kit/changes/way.ts";
import type { Basis } from "#kit/coverage.ts";
import type { Fact } from "#kit/facts.ts";

/** The basis of facts that a test makes by hand. */
export function basis(changes: Partial<Basis> = {}): Basis {
  return { population: "models of a panel", complete: false, asOf: "2025-09-07", tables: [], sources: [], ...changes };
}

/** A fact that a test makes by hand. */
export function factOf(value: number | string, changes: Partial<Fact> = {}): Fact {
  const definition = "Models of the panel, counted one by one.";
  return {
    ...{ value, unit: "models", definition, n: null, of: null, basis: basis(), bounds: null, variants: [] },
    ...changes,
  };
}

/** Facts of one chapter by `a/id`. */
export function setOf(facts: Readonly<Record<string, Fact>>): FactSet {
  return new Map(Object.entries(facts).map(([id, fact]) => [id.includes("/") ? id : `a/${id}`, fact]));
}

/** What a test puts at each step; a step that is left out changes nothing. */
export interface Steps {
  readonly old: FactSet;
  readonly code?: FactSet;
  readonly registries?: FactSet;
  readonly data?: FactSet;
  readonly failed?: Partial<Record<Stage["by"], Readonly<Record<string, string>>>>;
  readonly mended?: Readonly<Record<string, Fact["value"]>>;
}

/** The way through all three steps. */
export function wayOf({ old, failed = {}, mended = {}, ...steps }: Steps): Way {
  const code = steps.code ?? old;
  const registries = steps.registries ?? code;
  const data = steps.data ?? registries;
  const stage = (by: Stage["by"], facts: FactSet): Stage => ({
    by,
    facts,
    failed: new Map(Object.entries(failed[by] ?? {})),
  });
  return {
    old,
    stages: [stage("code", code), stage("registries", registries), stage("data", data)],
    mended: new Map(Object.entries(mended)),
  };
}

/** The one change that the steps make. */
export function changed(steps: Steps): Change {
  const [change, ...others] = changesOf(wayOf(steps));
  if (change === undefined || others.length > 0) throw new Error("the test compares more or less than one fact");
  return change;
}
