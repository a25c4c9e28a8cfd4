import type { Basis } from "#kit/coverage.ts";
import { type Analysis, defineAnalysis } from "#kit/define.ts";
import { type Chapter, evaluate, type Material } from "#kit/evaluate.ts";
import { count, type Fact, share } from "#kit/facts.ts";
import { defineFigure, type Figure } from "#kit/figure.ts";
import { say } from "#kit/text.ts";
import type { Unit } from "#kit/units.ts";
import { float, text } from "#loaders/schema/column.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { emptyReference } from "./registries.ts";

/** A basis with little in it. */
export const basis: Basis = {
  population: "a few models",
  complete: false,
  asOf: "2025-09-07",
  tables: ["tiny/rows"],
  sources: ["s"],
};

/** A fact with nothing but a value, and whatever a test wants to be different. */
export function made(value: number | string, unit: Unit = "share", rest: Partial<Fact> = {}): Fact {
  const definition = "A number that a test made up.";
  return { value, unit, definition, n: 1, of: null, basis, bounds: null, variants: [], ...rest };
}

/** Registries with two owners and one published figure. */
export const reference: Reference = emptyReference({
  owners: [
    { owner: "42dot", display_name: "42dot", country: "KR", ...unsourced(), confidence: "high" },
    { owner: "acme", display_name: null, country: "US", ...unsourced(), confidence: "low" },
  ],
});

function unsourced() {
  return { kind: "industry", parent: null, programme: null, source: "unsourced", note: null };
}

/** A line of shares over two years, with sound words. */
export const line = defineFigure({
  id: "tiny-line",
  title: (_rows, { fact }) => say`The share ends at ${fact("now")}`,
  subtitle: () => say`Share of a few models by year`,
  columns: { year: text("Year"), share: float("Share", "share") },
  n: "models",
  plot: () => ({ marks: [] }),
  describe: (_rows, { fact }) => ({
    alt: say`Line chart of a share that ends at ${fact("now")}.`,
    long: say`Over the years the share goes from ${fact("before")} to ${fact("now")}, without any turn between them.`,
  }),
});

const definition = "A part of a whole, for the sake of a test.";

/** Facts of a sound chapter: a share that goes from 20 to 41 percent, and a count. */
export const facts: Readonly<Record<string, Fact>> = {
  before: share({ part: 20, whole: 100, unknown: 0, n: 100, definition, basis }),
  now: share({ part: 41, whole: 100, unknown: 0, n: 100, definition, basis }),
  models: count({ value: 100, unit: "models", definition, basis }),
};

type Found = ReturnType<Analysis["compute"]>;

/** An analysis without tables that finds the facts above, with whatever a test wants to be different. */
export function tiny(found: Partial<Found> = {}, figure: Partial<Figure> = {}): Analysis {
  const rows = [
    { year: "2024", share: 0.2 },
    { year: "2025", share: 0.41 },
  ];
  return defineAnalysis({
    id: "tiny",
    order: 1,
    label: "Tiny",
    question: "Is it so?",
    needs: [],
    tables: {},
    figures: { line: { ...line, ...figure } as Figure },
    compute: () => ({
      title: say`A few models tell the whole story`,
      standfirst: say`It rests on nothing.`,
      facts,
      frames: { line: rows },
      comparisons: [],
      basis,
      ...found,
    }),
  });
}

/** Evaluates the analysis as an edition would. */
export function chapter(analysis: Analysis = tiny(), material: Partial<Material> = {}): Chapter {
  return evaluate(analysis, { rows: {}, reference, needed: {}, sources: {}, ...material });
}
