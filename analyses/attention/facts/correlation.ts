import { type Fact, share, sum, type Variant } from "#kit/facts.ts";
import { type Cell, jointKendall, jointSpearman } from "#kit/stats/joint.ts";
import { spearman } from "#kit/stats/rank.ts";
import { type ClassRow, idOf, type Listing } from "../listings.ts";
import { type Measure, ranked } from "../overlap.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Models whose order is compared by itself. */
const top = 100;

/** How alike likes and downloads rank all models, and the first by either; what is never liked, and never used. */
export function correlationFacts(one: Listing, before: Listing | undefined): Facts {
  const rows = one.classes.filter(({ pair }) => pair === "likes-downloads");
  if (rows.length === 0) return {};
  const earlier = before?.classes.filter(({ pair }) => pair === "likes-downloads") ?? [];
  const both = rows.filter(({ x, y }) => x > 0 && y > 0);
  const used = rows.filter(({ y }) => y > 0);
  const variants = (of: (cells: readonly Cell[]) => number): Variant[] => [
    { label: "models with a download alone", value: of(cells(used)) },
    { label: "models with a like and a download alone", value: of(cells(both)) },
    ...(earlier.length === 0 ? [] : [{ label: "listing before", value: of(cells(earlier)) }]),
  ];
  const common = { unit: "index", n: total(rows), basis: one.basis } as const;
  const classes = "each rounded down to its first digit, equal ones sharing their places";
  return {
    [idOf(one, "spearman")]: sum({
      ...{ ...common, value: jointSpearman(cells(rows)), variants: variants(jointSpearman) },
      definition: `Spearman's rank correlation of likes and downloads of all models, ${classes}: 1 where both rank alike, 0 where they have nothing to do with each other.`,
    }),
    [idOf(one, "kendall")]: sum({
      ...{ ...common, value: jointKendall(cells(rows)), variants: variants(jointKendall) },
      definition: `Kendall's tau-b of likes and downloads of all models, ${classes}.`,
    }),
    ...topFacts(one),
    ...zeroFacts(one, rows),
  };
}

/** Rows as cells of a joint table. */
export function cells(rows: readonly ClassRow[]): Cell[] {
  return rows.map(({ x, y, models }) => ({ x, y, n: models }));
}

function topFacts(one: Listing): Facts {
  const of = (name: string, by: Measure): Facts => {
    const rows = ranked(one.first, ["like", "download"]).filter((row) => (row[`${by}_rank`] ?? Infinity) <= top);
    const value = spearman(
      rows.map(({ likes }) => likes),
      rows.map(({ downloads_30d }) => downloads_30d ?? 0),
    );
    const definition = `Spearman's rank correlation of likes and downloads among the ${rows.length} models with most ${by}s.`;
    return { [idOf(one, name)]: sum({ value, unit: "index", n: rows.length, definition, basis: one.basis }) };
  };
  return { ...of("spearman-liked", "like"), ...of("spearman-downloaded", "download") };
}

const total = (rows: readonly ClassRow[]): number => rows.reduce((all, { models }) => all + models, 0);
const downloads = (rows: readonly ClassRow[]): number => rows.reduce((all, row) => all + row.downloads_30d, 0);

function zeroFacts(one: Listing, rows: readonly ClassRow[]): Facts {
  const [unliked, liked] = [rows.filter(({ x }) => x === 0), rows.filter(({ x }) => x > 0)];
  const common = { unknown: 0, basis: one.basis } as const;
  return {
    [idOf(one, "unliked")]: share({
      ...{ ...common, part: total(unliked), whole: total(rows), n: total(rows) },
      definition: "Models without a like, over all models.",
    }),
    [idOf(one, "unliked-downloads")]: share({
      ...{ ...common, part: downloads(unliked), whole: downloads(rows), n: total(rows) },
      definition: "Downloads in the 30 days before the listing of models without a like, over those of all models.",
    }),
    [idOf(one, "liked-unused")]: share({
      ...{ ...common, part: total(liked.filter(({ y }) => y === 0)), whole: total(liked), n: total(liked) },
      definition: "Models with a like and no download in the 30 days before the listing, over models with a like.",
    }),
  };
}
