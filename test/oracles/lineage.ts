import { readFileSync } from "node:fs";

/** One edge of the file as it has it, read without the project's loader: `source` is the base. */
export interface RawEdge {
  readonly source: string;
  readonly target: string;
  readonly edge: string;
}

/** Every edge of the file; throws where a line has other than three cells. */
export function rawEdges(path: string): RawEdge[] {
  const [head, ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  if (head !== "source,target,edge") throw new Error(`${path}: another head, ${head}`);
  return lines.map((line) => {
    const [source = "", target = "", edge = "", more] = line.split(",");
    if (edge === "" || more !== undefined) throw new Error(`${path}: not three cells: ${line}`);
    return { source, target, edge };
  });
}

/** Bases of each model that has any, as the file spells them; a model is no base of itself. */
export function basesOf(edges: readonly RawEdge[]): Map<string, string[]> {
  const bases = new Map<string, string[]>();
  for (const { source, target } of edges)
    if (source !== target) bases.set(target, [...(bases.get(target) ?? []), source]);
  return bases;
}

/** Roots of a model, by going up from base to base and never twice over the same one: what has no bases itself. */
export function rootsOf(model: string, bases: ReadonlyMap<string, readonly string[]>): Set<string> {
  const [found, seen, open] = [new Set<string>(), new Set<string>(), [...(bases.get(model) ?? [])]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const further = bases.get(next);
    if (further === undefined) found.add(next);
    else open.push(...further);
  }
  return found;
}

/** Steps from a model to its nearest root, by rings around it; Infinity where there is none. */
export function stepsOf(model: string, bases: ReadonlyMap<string, readonly string[]>): number {
  let [ring, steps] = [new Set([model]), 0];
  const seen = new Set(ring);
  while (ring.size > 0) {
    if (steps > 0 && [...ring].some((one) => !bases.has(one))) return steps;
    steps += 1;
    const next = new Set<string>();
    for (const one of ring) for (const base of bases.get(one) ?? []) if (!seen.has(base)) next.add(base);
    for (const one of next) seen.add(one);
    ring = next;
  }
  return Number.POSITIVE_INFINITY;
}

/** The most steps from a model to a root, by trying every way; for lists without circles. */
export function longestOf(model: string, bases: ReadonlyMap<string, readonly string[]>): number {
  const known = new Map<string, number>();
  const far = (one: string): number => {
    const of = bases.get(one);
    if (of === undefined) return 0;
    const before = known.get(one);
    if (before !== undefined) return before;
    let most = 0;
    for (const base of of) most = Math.max(most, 1 + far(base));
    known.set(one, most);
    return most;
  };
  return far(model);
}

/** Namespace of an id, in lower case. */
export const spaceOf = (id: string): string =>
  (id.includes("/") ? id.slice(0, id.indexOf("/")) : "(none)").toLowerCase();

/** Bases of each model, ids in lower case. */
export function lowered(bases: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  return new Map([...bases].map(([model, of]) => [model.toLowerCase(), of.map((one) => one.toLowerCase())]));
}
