import { checkProse } from "#kit/prose/check.ts";
import type { Known } from "#kit/prose/known.ts";
import { chapter } from "./chapter.ts";

/** What the prose of a tiny chapter may refer to. */
export const known: Known = { chapter: chapter(), published: ["S26-11"], sources: ["osir-lmts"] };

export const file = "analyses/tiny/2025-autumn.mdx";

const sound = '\n\n<Figure id="tiny-line" />\n\n## What this edition cannot know\n\nThe rest.\n';

/** Line, column and message of what is wrong with prose that is sound but for what stands first in it. */
export function problems(mdx: string): [number, number, string][] {
  return checkProse(file, mdx + sound, known).map(({ line, column, message }) => [line, column, message]);
}
