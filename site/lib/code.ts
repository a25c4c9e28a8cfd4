import { existsSync, globSync, readFileSync } from "node:fs";
import type { Sources } from "#kit/locate.ts";

/** The code of an analysis, for errors that name a line and for readers who ask how. */
export function codeOf(analysis: string): Sources {
  const files = globSync(`analyses/${analysis}/**/*.ts`)
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(file, "utf8")]));
}

/** Path of the prose of an analysis in an edition. */
export function proseOf(analysis: string, edition: string): string {
  return `analyses/${analysis}/${edition}.mdx`;
}

/** Whether an analysis has prose in an edition. */
export function hasProse(analysis: string, edition: string): boolean {
  return existsSync(proseOf(analysis, edition));
}

/** The file of an analysis that holds a string, else the file that computes it. */
export function fileOf(sources: Sources, analysis: string, needle: string): string {
  const found = Object.entries(sources).find(([, text]) => text.includes(needle));
  return found?.[0] ?? `analyses/${analysis}/analysis.ts`;
}
