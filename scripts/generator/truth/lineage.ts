import { unregistered } from "../parts/owners.ts";
import type { BaseFacts, Cell, Statistics, TruthTable } from "./facts.ts";
import { type Derived, type Distance, Graph } from "./graph.ts";
import { Tally } from "./tally.ts";

/** Models of a snapshot up to which lineages are told: a table of them grows with the models, not with the owners. */
const most = 250_000;
const source = "hub";

/** What models are made from and go back to, in the newest snapshot; nothing of a Hub that is too large. */
export function lineage(): Statistics {
  let graph = new Graph();
  let day = "";
  return {
    begin: ({ observedOn }) => {
      graph = new Graph();
      day = observedOn;
    },
    model: (row) => {
      if (graph.listed.size <= most) graph.add(row);
    },
    tables: () => (graph.listed.size > most ? [] : [lineages(graph, day), edges(graph, day), builders(graph, day)]),
  };
}

function lineages(graph: Graph, day: string): TruthTable {
  const key = [
    ...["source", "observed_on", "owner", "relation", "bases", "first_base", "roots", "first_root"],
    ...["steps", "most_steps"],
  ];
  const sums = new Map<string, { cells: readonly Cell[]; models: number; downloads: number }>();
  const distances = graph.distances();
  for (const model of graph.derived.values()) {
    const cells = [source, day, ...cellsOf(graph, model, distances.get(model.key))];
    const text = JSON.stringify(cells);
    const { models, downloads } = sums.get(text) ?? { models: 0, downloads: 0 };
    sums.set(text, { cells, models: models + 1, downloads: downloads + model.downloads });
  }
  return {
    ...{ name: "derivatives/lineage", key, columns: [...key, "models", "downloads_30d"] },
    rows: [...sums.values()].map(({ cells, models, downloads }) => [...cells, models, downloads]),
  };
}

function cellsOf(graph: Graph, model: Derived, distance: Distance | undefined): Cell[] {
  const label = (base: BaseFacts | undefined): string | null => (base ? labelOf(base, model) : null);
  const roots = graph.roots(model).map((root) => `${labelOf(root, model)} ${root.states ?? "-"}`);
  const bases = model.bases.map((base) => labelOf(base, model));
  return [
    ...[model.owner.registered, model.relation, joined(bases), label(model.bases[0])],
    ...[roots.length === 0 ? null : joined(roots), label(graph.firstRoot(model))],
    ...[distance?.fewest ?? null, distance?.most ?? null],
  ];
}

/** Whose a base is: an owner of the registry, else the model's own owner or any other. */
function labelOf({ owner }: BaseFacts, model: Derived): string {
  if (owner.registered !== unregistered) return owner.registered;
  return owner.key === model.owner.key ? "(own)" : unregistered;
}

function joined(labels: readonly string[]): string {
  return labels.toSorted().join("+");
}

function edges(graph: Graph, day: string): TruthTable {
  const { derived, named, listed, selfish } = graph;
  const all = [...derived.values()];
  const counts = all.map(({ bases }) => bases.length);
  const row: Readonly<Record<string, Cell>> = {
    ...{ source, observed_on: day, models: listed.size, own_base: selfish.length },
    only_own_base: selfish.filter((key) => !derived.has(key) && !named.has(key)).length,
    edges: counts.reduce((sum, count) => sum + count, 0),
    derived: derived.size,
    several: counts.filter((count) => count > 1).length,
    most_bases: counts.length === 0 ? null : counts.reduce((a, b) => Math.max(a, b)),
    bases: named.size,
    unlisted: [...named.keys()].filter((key) => !listed.has(key)).length,
    roots: [...named.keys()].filter((key) => !derived.has(key)).length,
    on_cycle: all.filter((model) => named.has(model.key) && graph.circles(model)).length,
    rootless: all.filter((model) => graph.roots(model).length === 0).length,
  };
  return {
    ...{ name: "derivatives/edges", key: ["source"], columns: Object.keys(row) },
    rows: [Object.values(row)],
  };
}

function builders(graph: Graph, day: string): TruthTable {
  const tally = new Tally("derivatives/builders", ["source", "observed_on", "reach", "owners"], ["namespaces"]);
  const reaches = {
    base: (model: Derived) => model.bases,
    root: (model: Derived) => graph.roots(model),
  };
  const spaces = Map.groupBy(graph.derived.values(), ({ owner }) => owner.key);
  for (const [reach, ends] of Object.entries(reaches))
    for (const models of spaces.values()) {
      const labels = models.flatMap((model) => ends(model).map((end) => labelOf(end, model)));
      if (labels.length > 0) tally.add([source, day, reach, joined([...new Set(labels)])], [1]);
    }
  return tally.table();
}
