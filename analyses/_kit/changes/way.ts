import type { Fact } from "../facts.ts";
import type { Cause } from "./causes.ts";

/** Facts of an edition by `analysis/fact`. */
export type FactSet = ReadonlyMap<string, Fact>;

/** One step from an earlier edition to a later one: what was put in the place of what, and what then comes out. */
export interface Stage {
  /** Code: today's in place of the edition's. Registries: the later ones. Data: the later tables. */
  readonly by: "code" | "registries" | "data";
  readonly facts: FactSet;
  /** Analyses that the step could not compute, with the reason in words. */
  readonly failed: ReadonlyMap<string, string>;
}

/** One cause of a change. */
export interface Because {
  readonly cause: Cause;
  /** By how much it moved the value, in the value's own terms; null where that cannot be said. */
  readonly moved: number | null;
  /** Why two numbers cannot be held against each other; null for all other causes. */
  readonly reason: string | null;
}

/** What facts of an edition are compared from: those that it published, and the way to the later edition. */
export interface Way {
  readonly old: FactSet;
  /** In their order; the facts of the last are those of the later edition. */
  readonly stages: readonly [Stage, ...Stage[]];
  /** What errata of the earlier edition say that its facts should have been, by `analysis/fact`. */
  readonly mended: ReadonlyMap<string, Fact["value"]>;
}
