import { type Basis, narrow } from "#kit/coverage.ts";
import type { Kind, Series } from "./series.ts";
import { plural } from "./wording.ts";

/** The basis of one kind in its newest listing: the whole Hub stays the whole Hub. */
export function basisOf(basis: Basis, kind: Kind, { source, day }: Pick<Series, "source" | "day">): Basis {
  const own = { ...narrow(basis, { asOf: day }), sources: [source] };
  return basis.complete ? { ...own, population: `public ${plural[kind]} of the Hugging Face Hub on ${day}` } : own;
}

/** What published numbers stand on: no evidence of this chapter. */
export function publishedBasis(asOf: string): Basis {
  return { population: "totals that others published", complete: false, asOf, tables: [], sources: [] };
}
