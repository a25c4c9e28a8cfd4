import { count, type Fact, quantile, share, sum } from "#kit/facts.ts";
import type { LineageRow } from "../ends.ts";
import type { Population } from "../population.ts";
import type { Facts } from "./companies.ts";

/** How large a list is, how it hangs together, and where it does not. */
export function graphFacts({ prefix, edges, basis }: Population): Facts {
  const of = (value: number, definition: string): Fact => count({ value, unit: "models", definition, basis });
  const facts = {
    models: of(edges.models, "Models of the list; ids that differ by case alone are one."),
    derived: of(edges.derived, "Models that name another model as base."),
    pairs: of(edges.edges, "Pairs of a model and another that it names as base."),
    bases: of(edges.bases, "Models that others name as base, each once."),
    roots: of(edges.roots, "Models that others name as base and that name none in the list themselves."),
    unlisted: share({
      ...{ part: edges.unlisted, whole: edges.bases, unknown: 0, n: edges.bases, basis },
      definition: "Models that others name as base and that the list itself lacks, over all that are named.",
    }),
    several: of(edges.several, "Models that name several bases."),
    "most-bases": sum({
      ...{ value: edges.most_bases ?? 0, unit: "models", n: edges.derived, basis },
      definition: "Bases of the model that names most of them.",
    }),
    "own-base": of(edges.own_base, "Models that name themselves as base, which makes none."),
    "only-own-base": of(edges.only_own_base, "Models that nothing but their own name connects to others."),
    "on-cycle": of(edges.on_cycle, "Models whose bases go back to themselves over others."),
    rootless: of(edges.rootless, "Models that go back to no root because their bases go in a circle."),
  };
  return Object.fromEntries(Object.entries(facts).map(([id, fact]) => [`${prefix}${id}`, fact]));
}

/** How many steps models are away from their roots. */
export function depthFacts({ prefix, rows, edges, basis }: Population): Facts {
  const known = rows.filter(({ steps }) => steps !== null);
  const values = (pick: (row: LineageRow) => number | null): number[] =>
    known.flatMap((row) => Array<number>(row.models).fill(pick(row) ?? 0));
  const [fewest, most] = [values(({ steps }) => steps), values(({ most_steps }) => most_steps)];
  if (fewest.length === 0) return {};
  const part = (all: readonly number[], holds: (steps: number) => boolean): number => all.filter(holds).length;
  const at = (definition: string, holds: (steps: number) => boolean): Fact =>
    share({
      ...{ part: part(fewest, holds), whole: edges.derived, unknown: edges.rootless, n: edges.derived, basis },
      definition: `Derived models ${definition}, by the shortest way, over all.`,
      variants: [{ label: "the longest way", value: part(most, holds) / edges.derived }],
    });
  return {
    [`${prefix}one-step`]: at("whose root is their base", (steps) => steps === 1),
    [`${prefix}two-steps`]: at("two steps from their root", (steps) => steps === 2),
    [`${prefix}further`]: at("three steps or further from their root", (steps) => steps > 2),
    [`${prefix}median-steps`]: quantile({
      ...{ values: fewest, p: 0.5, unit: "steps", basis },
      definition: "Median of the steps from a derived model to its root, by the shortest way.",
      variants: [{ label: "the longest way", value: most.sort((a, b) => a - b)[Math.ceil(most.length / 2) - 1] ?? 0 }],
    }),
    [`${prefix}deepest`]: sum({
      ...{ value: most.reduce((a, b) => Math.max(a, b)), unit: "steps", n: edges.derived, basis },
      definition: "Steps from the derived model that is furthest from a root, by the longest way.",
    }),
  };
}
