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
