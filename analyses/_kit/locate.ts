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

/** Line and column, both 1-based, of an offset. */
export function position(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
