import type { Bounds, Variant } from "#kit/facts.ts";
import type { Frequency } from "#kit/stats/frequency.ts";
import { total } from "#kit/stats/frequency.ts";
import { hhi } from "#kit/stats/hhi.ts";
import { hhiBounds } from "#kit/stats/hhi-bounds.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { HubDistribution } from "./distributions.ts";
import { confidentBy, downloadsOf, grouped, type Owners, parentBy, placeBy, sizes } from "./owners.ts";
import { otherCounts, withoutLargest } from "./without.ts";

/** Concentration over the groups of one level. */
export interface Level {
  readonly id: "model" | "owner" | "parent" | "country";
  /** Herfindahl-Hirschman index, 0 to 10,000. */
  readonly index: number;
  /** Where it lies, whosever the unknown is; null where every group is known. */
  readonly bounds: Bounds | null;
  /** Downloads of no known group. */
  readonly unknown: number;
  /** Downloads of all groups. */
  readonly whole: number;
  readonly variants: readonly Variant[];
}

/** The namespace that the early Hub's files name as the author of canonical models. */
const host = "huggingface";

/** Concentration over models, namespaces, groups of namespaces and countries or regions. */
export function levelsOf(hub: HubDistribution, owners: Owners, reference: Reference): Level[] {
  const whole = total(hub.models);
  const exact = { bounds: null, unknown: 0, whole };
  return [
    {
      ...{ id: "model", ...exact, index: hhi(hub.models) },
      variants: otherCounts(hub).map(({ label, models }) => ({ label, value: hhi(models) })),
    },
    { ...{ id: "owner", ...exact, index: hhi(ownerSizes(owners)) }, variants: ownerVariants(hub, owners) },
    parentLevel(hub, owners, parentBy(reference)),
    countryLevel(hub, owners, reference),
  ];
}

const ownerSizes = ({ registered, canonical, unregistered }: Owners): Frequency[] =>
  sizes([...registered, ...canonical, ...unregistered]);

function ownerVariants(hub: HubDistribution, { registered, canonical, unregistered }: Owners): Variant[] {
  const named = sizes([...registered, ...unregistered]);
  const own = canonicalVariants(hub, {
    others: named,
    hosted: ownerSizes({ registered: withHost(registered, canonical), canonical: [], unregistered }),
  });
  const left = [...sizes(canonical), ...withoutLargest(named)];
  return [...own, { label: "most downloaded namespace left out", value: hhi(left) }];
}

/** What other places of canonical models give; nothing where a listing has none. */
function canonicalVariants(
  { by }: HubDistribution,
  { others, hosted }: { readonly others: readonly Frequency[]; readonly hosted: readonly Frequency[] },
): Variant[] {
  if (total(by.none) === 0) return [];
  return [
    { label: "each canonical model by itself", value: hhi([...others, ...by.none]) },
    { label: "canonical models counted as Hugging Face’s", value: hhi(hosted) },
    { label: "canonical models left out", value: hhi(others) },
  ];
}

/** Registered namespaces with the downloads of canonical models added to those of the host. */
function withHost(registered: Owners["registered"], canonical: Owners["canonical"]): Owners["registered"] {
  const added = downloadsOf(canonical);
  const hosts = registered.filter(({ owner }) => owner === host);
  const [first] = hosts;
  const base = first ?? canonical[0];
  if (base === undefined) return registered;
  const own = { ...base, owner: host, namespaces: 1, downloads: added + downloadsOf(hosts) };
  return [...registered.filter(({ owner }) => owner !== host), own];
}

function parentLevel(hub: HubDistribution, owners: Owners, parent: (owner: string) => string): Level {
  const { registered, canonical, unregistered } = owners;
  const known = grouped(registered, parent);
  const alone = sizes(unregistered);
  const unknown = downloadsOf([...canonical, ...unregistered]);
  const { upper } = hhiBounds(known, { mass: unknown, of: "anyone" });
  const hosted = [...grouped(withHost(registered, canonical), parent), ...alone];
  const variants = canonicalVariants(hub, { others: [...known, ...alone], hosted });
  const left = {
    label: "most downloaded group left out",
    value: hhi([...withoutLargest(known), ...sizes(canonical), ...alone]),
  };
  return {
    ...{ id: "parent", index: hhi([...known, ...sizes(canonical), ...alone]), unknown, whole: total(hub.models) },
    bounds: unknown === 0 ? null : { lower: hhi([...known, ...alone, ...hub.by.none]), upper },
    variants: [...variants, left],
  };
}

function countryLevel(hub: HubDistribution, { registered, canonical }: Owners, reference: Reference): Level {
  const whole = total(hub.models);
  const over = (rows: Owners["registered"], place: (owner: string) => string | null) => {
    const known = grouped(rows, place);
    const unknown = Math.max(0, whole - total(known));
    return {
      index: hhi(known),
      unknown,
      bounds: unknown === 0 ? null : hhiBounds(known, { mass: unknown, of: "anyone" }),
    };
  };
  const variant = (label: string, { index, bounds }: ReturnType<typeof over>): Variant =>
    bounds === null ? { label, value: index } : { label, value: index, bounds };
  const hosted =
    canonical.length === 0
      ? []
      : [
          variant(
            "canonical models counted as Hugging Face’s",
            over(withHost(registered, canonical), placeBy(reference)),
          ),
        ];
  return {
    ...{ id: "country", ...over(registered, placeBy(reference)), whole },
    variants: [
      ...hosted,
      variant("owners of medium and low confidence counted as unknown", over(registered, confidentBy(reference))),
    ],
  };
}
