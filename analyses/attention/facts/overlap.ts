import { count, type Fact, share, sum, type Variant } from "#kit/facts.ts";
import { month } from "#kit/format.ts";
import { idOf, type Listing } from "../listings.ts";
import { depths, type Measure, type Shared, sharedAt, withoutFirst } from "../overlap.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Words of the measures, as definitions have them. */
export const said: Readonly<Record<Measure, string>> = {
  like: "likes",
  download: "downloads in the 30 days before the listing",
  lifetime: "downloads since creation",
  discussion: "discussions",
};

/** Other listings that a listing's overlaps are held against. */
export interface Others {
  /** The same part on other days, oldest first. */
  readonly days: readonly Listing[];
  /** The fixed panel on the same day. */
  readonly panel: Listing | undefined;
}

/** What the most liked and the most downloaded share at each depth, and models of the listing. */
export function overlapFacts(one: Listing, others: Others): Facts {
  const models = sizeOf(one);
  return {
    [idOf(one, "models")]: count({
      ...{ value: models, unit: "models", basis: one.basis },
      definition: "Models that the listing has.",
    }),
    ...Object.assign({}, ...depths.map((k) => atDepth(one, others, k, models))),
  };
}

/** Models of a listing. */
export function sizeOf({ classes }: Pick<Listing, "classes">): number {
  return classes.filter(({ pair }) => pair === "likes-downloads").reduce((all, row) => all + row.models, 0);
}

function atDepth(one: Listing, others: Others, k: number, models: number): Facts {
  const found = sharedAt(one.first, "like", "download", k);
  if (found === null) return {};
  const shared = sharedFact(one, found, ["like", "download"], k, variantsOf(one, others, k));
  const part = (value: number) => ({ part: value, whole: k, unknown: 0 });
  return {
    [idOf(one, `shared-${k}`)]: shared,
    [idOf(one, `shared-${k}-part`)]: share({
      ...{ ...part(found.shared), n: k, basis: one.basis },
      definition: `Models among the ${k} with most likes and the ${k} with most downloads, over ${k}.`,
      variants: shared.variants.map(({ label, value }) => ({ label, value: value / k })),
    }),
    [idOf(one, `chance-${k}`)]: share({
      ...{ part: k, whole: models, unknown: 0, n: models, basis: one.basis },
      definition: `What two unrelated lists of ${k} models would share on average, over ${k}.`,
    }),
    [idOf(one, `depth-${k}`)]: count({
      ...{ value: k, unit: "models", basis: one.basis },
      definition: `How many models each of the two compared lists has.`,
    }),
  };
}

/** Models that two top lists share; its bounds are what other ways to break ties would give. */
export function sharedFact(
  { basis }: Pick<Listing, "basis">,
  { shared, lower, upper }: Shared,
  [a, b]: readonly [Measure, Measure],
  k: number,
  variants: readonly Variant[] = [],
): Fact {
  const definition = `Models among the ${k} with most ${said[a]} and the ${k} with most ${said[b]}; equal ones stand in the order of their names.`;
  const fact = sum({ value: shared, unit: "models", n: k, definition, basis, variants });
  return { ...fact, bounds: lower === upper ? null : { lower, upper } };
}

function variantsOf(one: Listing, { days, panel }: Others, k: number): Variant[] {
  const at = (label: string, shared: Shared | null): Variant[] =>
    shared === null ? [] : [{ label, value: shared.shared }];
  return [
    ...at("most downloaded model left out", sharedAt(shifted(one, "download"), "like", "download", k)),
    ...at("most liked model left out", sharedAt(shifted(one, "like"), "like", "download", k)),
    ...at("downloads since creation", sharedAt(one.first, "like", "lifetime", k)),
    ...(panel === undefined ? [] : at("fixed panel of namespaces", sharedAt(panel.first, "like", "download", k))),
    ...days
      .filter(({ day }) => day !== one.day)
      .flatMap((other) => at(`listing of ${month(other.day)}`, sharedAt(other.first, "like", "download", k))),
  ];
}

/** The first rows when one model is left out: those behind it move up a place. */
function shifted({ first }: Listing, measure: Measure) {
  const gone = first.find((row) => row[`${measure}_rank`] === 1);
  const up = (rank: number | null, from: number | null | undefined): number | null =>
    rank === null || from === null || from === undefined || rank < from ? rank : rank - 1;
  return withoutFirst(first, measure).map((row) => ({
    ...row,
    like_rank: up(row.like_rank, gone?.like_rank) ?? row.like_rank,
    download_rank: up(row.download_rank, gone?.download_rank),
  }));
}
