import { contrast, over } from "../colour/lab.ts";
import { inside } from "./geometry.ts";
import type { Drawn, Mark, Paint, Words } from "./read.ts";

/** Hex values of the variables of a theme, by name without dashes: `entity-us`, `paper`. */
export type Values = Readonly<Record<string, string>>;

/** Values of a theme from its CSS declarations. */
export function valuesOf(declarations: string): Values {
  return Object.fromEntries(
    [...declarations.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

/** The value of a variable; paper for what has none, so that it fails every check of contrast. */
export function valueOf(values: Values, name: string): string {
  return values[name] ?? values.paper ?? "#000000";
}

/** What a paint looks like on a ground. */
export function shown(values: Values, { name, opacity }: Paint, ground = valueOf(values, "paper")): string {
  return over(valueOf(values, name), ground, opacity);
}

/** Contrast of a paint with paper. */
export function onPaper(values: Values, paint: Paint | null): number {
  return paint === null ? 1 : contrast(shown(values, paint), valueOf(values, "paper"));
}

/** What lies under the middle of words: every fill painted before them, or their halo of paper. */
export function under(values: Values, { marks }: Drawn, words: Words): string {
  const paper = valueOf(values, "paper");
  if (words.halo) return paper;
  const { left, right, top, bottom } = words.box;
  const below = (mark: Mark): boolean =>
    mark.order < words.order && mark.form !== "line" && inside([(left + right) / 2, (top + bottom) / 2], mark.box);
  return marks
    .filter(below)
    .reduce((ground, { fill }) => (fill === null ? ground : shown(values, fill, ground)), paper);
}
