import type { Problem } from "./problem.ts";

/** Source text of one analysis folder, path from the project's root to content. */
export type Sources = Readonly<Record<string, string>>;

/** Where a needle stands first in the code of an analysis; line 1 of its `analysis.ts` when nowhere. */
export function locate(sources: Sources, needle: string): { file: string; line: number; column: number } {
  for (const [file, text] of Object.entries(sources)) {
    if (!file.endsWith(".ts")) continue;
    const index = text.indexOf(needle);
    if (index >= 0) return { file, ...position(text, index) };
  }
  const file = Object.keys(sources).find((path) => path.endsWith("/analysis.ts")) ?? "analyses";
  return { file, line: 1, column: 1 };
}

/** An exception of the code of an analysis as a problem, at the innermost line of its folder that the stack names. */
export function thrown(error: unknown, analysis: string, what: string): Problem {
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const [, file, line, column] = new RegExp(`(analyses/${analysis}/[^\\s():]+\\.ts):(\\d+):(\\d+)`).exec(stack) ?? [];
  return {
    file: file ?? `analyses/${analysis}/analysis.ts`,
    line: Number(line ?? 1),
    column: Number(column ?? 1),
    message: `${what} threw: ${message}`,
  };
}

/** Line and column, both 1-based, of an offset. */
export function position(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
