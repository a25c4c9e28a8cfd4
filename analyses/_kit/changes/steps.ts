import { type Fact, numeric } from "../facts.ts";
import type { Cause } from "./causes.ts";
import { samePopulation } from "./population.ts";
import type { Because, Stage } from "./way.ts";

/** A fact before and after a step. */
export interface Link {
  readonly by: Stage["by"] | "erratum";
  readonly from: Fact;
  readonly to: Fact;
}

/** A step to later data goes by what an erratum says, where neither code nor registries have mended the number before. */
export function mend(link: Link, old: Fact, mended: Fact["value"] | null): Link[] {
  if (link.by !== "data" || mended === null || link.from.value !== old.value) return [link];
  const right = { ...link.from, value: mended, bounds: link.to.bounds };
  return [
    { by: "erratum", from: link.from, to: right },
    { ...link, from: right },
  ];
}

/** What a step did to a fact; undefined where it did nothing. */
export function moved({ by, from, to }: Link, mended: Fact["value"] | null): Because | undefined {
  const valued = !sameValue(from, to);
  const other = !samePopulation(from.basis, to.basis);
  const worded = from.unit !== to.unit || from.definition !== to.definition;
  const because = (cause: Cause): Because => ({ cause, moved: difference(from, to), reason: null });
  if (by === "data") return other ? because("new population") : valued ? because("data") : undefined;
  if (by === "registries" || by === "erratum") return valued || worded ? because("correction") : undefined;
  if (valued && mended !== null) return because("correction");
  return worded || other ? because("definition") : valued ? because("code") : undefined;
}

function sameValue(a: Fact, b: Fact): boolean {
  return a.value === b.value && a.bounds?.lower === b.bounds?.lower && a.bounds?.upper === b.bounds?.upper;
}

/** The later value less the earlier; null for days, and where the unit is another. */
export function difference(from: Fact, to: Fact): number | null {
  if (from.unit !== to.unit || typeof from.value === "string" || typeof to.value === "string") return null;
  return numeric(to) - numeric(from);
}
