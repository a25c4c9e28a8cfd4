import type { Basis } from "#kit/coverage.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import { byFamily, type Classing } from "./families.ts";
import { many } from "./tables/standings.ts";
import type { licensedModels } from "./tables.ts";

/** A row of either population. */
export type ModelRow = Row<typeof licensedModels>;

/** One population of models, with every way to count it. */
export interface Population {
  /** Begins the ids of its facts; empty for the first. */
  readonly prefix: string;
  readonly rows: readonly ModelRow[];
  readonly basis: Basis;
  /** "models that public evaluations name", as a sentence has it. */
  readonly who: string;
  /** Two words for labels: "Evaluated models". */
  readonly name: string;
  readonly classing: Classing;
  /** The registered owner with most downloads. */
  readonly heaviest: string;
  readonly scenarios: readonly Scenario[];
}

/** One other way to count: which rows count, and how licences are classed. */
export interface Scenario {
  readonly label: string;
  readonly rows: readonly ModelRow[];
  readonly classing: Classing;
}

/** Name of the second population. */
export const recentName = "Recent models";

/** Stands for all owners without a row in the registry, pooled. */
export const unregistered = "(unregistered)";

/** A population with its words and scenarios. */
export function populationOf(
  { rows, basis }: { rows: readonly ModelRow[]; basis: Basis },
  reference: Reference,
  prefix: "" | "recent-",
): Population {
  const classing = byFamily(reference);
  const heaviest = heaviestOf(rows);
  const name = prefix === "" ? (basis.complete ? "The Hub" : "Evaluated models") : recentName;
  const who = prefix === "" && basis.complete ? "models of the Hub" : basis.population.replace(" of the Hub", "");
  const scenarios = scenariosOf(rows, reference, heaviest);
  return { prefix, rows, basis, who, name, classing, heaviest, scenarios };
}

/** The registered owner with most downloads; ties by name; empty where no owner is registered. */
export function heaviestOf(rows: readonly ModelRow[]): string {
  const sums = new Map<string, number>();
  for (const { owner, downloads_30d } of rows)
    if (owner !== unregistered) sums.set(owner, (sums.get(owner) ?? 0) + (downloads_30d ?? 0));
  const [first] = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first?.[0] ?? "";
}

function scenariosOf(rows: readonly ModelRow[], reference: Reference, heaviest: string): Scenario[] {
  const base = byFamily(reference);
  const only = (label: string, keep: (row: ModelRow) => boolean): Scenario => ({
    label,
    rows: rows.filter(keep),
    classing: base,
  });
  const classed = (label: string, classing: Classing): Scenario => ({ label, rows, classing });
  const all = [
    only("models with a download alone", ({ reach }) => reach === "some" || reach === "many"),
    only(`models with ${many.toLocaleString("en-GB")} downloads or more`, ({ reach }) => reach === "many"),
    only(`${heaviest} left out`, ({ owner }) => owner !== heaviest),
    only("removed models left out", ({ removed }) => removed !== true),
    classed("names of own licences not read", byFamily(reference, { names: false })),
    classed("families that no source supports counted as other", byFamily(reference, { confident: true })),
  ];
  return all.filter((one) => one.rows.length > 0 && (one.rows.length < rows.length || one.classing !== base));
}
