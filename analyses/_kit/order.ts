import type { Analysis } from "./define.ts";
import type { Problem } from "./problem.ts";
import { suggest } from "./suggest.ts";

/** Analyses so that each comes after those it needs, and what is wrong with their needs. */
export function inOrder(analyses: readonly Analysis[]): { order: Analysis[]; problems: Problem[] } {
  const byId = new Map(analyses.map((analysis) => [analysis.id, analysis]));
  const order: Analysis[] = [];
  const problems: Problem[] = [];
  const visit = (analysis: Analysis, path: readonly string[]): void => {
    if (order.includes(analysis)) return;
    if (path.includes(analysis.id)) {
      problems.push(at(analysis.id, `needs form a cycle: ${[...path, analysis.id].join(" -> ")}. Remove one`));
      return;
    }
    for (const id of analysis.needs) {
      const needed = byId.get(id);
      if (needed === undefined)
        problems.push(at(analysis.id, `needs no known analysis "${id}".${suggest(id, [...byId.keys()])}`));
      else visit(needed, [...path, analysis.id]);
    }
    if (!order.includes(analysis)) order.push(analysis);
  };
  for (const analysis of [...analyses].sort((a, b) => a.order - b.order)) visit(analysis, []);
  return { order, problems };
}

function at(analysis: string, message: string): Problem {
  return {
    file: `analyses/${analysis}/analysis.ts`,
    line: 1,
    column: 1,
    message: `analysis "${analysis}": ${message}`,
  };
}
