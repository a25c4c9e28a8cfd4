import { closest, distance } from "fastest-levenshtein";

/** ` Did you mean "x"?` for the nearest known id, or the list of ids when none is near. */
export function suggest(wrong: string, known: readonly string[]): string {
  if (known.length === 0) return " None is defined.";
  const near = closest(wrong, known);
  if (distance(wrong, near) <= Math.max(2, wrong.length / 2)) return ` Did you mean "${near}"?`;
  return ` Known: ${known.slice(0, 12).join(", ")}${known.length > 12 ? ", ..." : ""}.`;
}
