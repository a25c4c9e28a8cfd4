import { shareVariant, type Variant } from "#kit/facts.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { type Holding, heaviest, type Measure, partsOf, withoutFirstModel } from "./holdings.ts";
import { contested, type Group, type KindOf, kindsBy, none, recast } from "./kinds.ts";

/** What the ways are called that facts of their own tell. */
export const labels = {
  named: "models without owner left out",
  hosted: "those given to Hugging Face",
  sure: "low confidence as unknown",
  "without-first": "largest owner left out",
  "without-first-model": "most downloaded model left out",
} as const;

/** Another way to count: the rows, and whose they are. */
interface Way {
  readonly label: string;
  readonly rows: readonly Holding[];
  readonly kindOf: KindOf;
}

/** The share of a group under every other way to count. */
export function shareVariants(
  rows: readonly Holding[],
  group: Group,
  measure: Measure,
  reference: Pick<Reference, "owners" | "alternatives">,
): Variant[] {
  const ways = [...canonicalWays(rows, measure, reference), ...registryWays(rows, group, measure, reference)];
  return ways.flatMap(({ label, rows: own, kindOf }) => {
    const parts = partsOf(own, kindOf, group.kinds, measure);
    return parts.whole > 0 ? [shareVariant({ label, ...parts })] : [];
  });
}

/** Models whose ids name no owner, left out or given to the company that hosted them; no ways where a list has none. */
function canonicalWays(rows: readonly Holding[], measure: Measure, reference: Pick<Reference, "owners">): Way[] {
  const base = kindsBy(reference);
  const others = rows.filter(({ owner }) => owner !== none);
  if (measure === "owners" || others.length === rows.length) return [];
  return [
    { label: labels.named, rows: others, kindOf: base },
    {
      label: labels.hosted,
      rows,
      kindOf: recast(base, new Map([[none, "industry"]])),
    },
  ];
}

/** Kinds by those classifications alone that are of better than low confidence, and of high. */
export function sureOnly(reference: Pick<Reference, "owners">): Pick<Way, "label" | "kindOf">[] {
  const only = (...levels: readonly string[]): KindOf =>
    kindsBy(reference, ({ confidence }) => levels.includes(confidence));
  return [
    { label: labels.sure, kindOf: only("high", "medium") },
    { label: "medium and low as unknown", kindOf: only("high") },
  ];
}

function registryWays(
  rows: readonly Holding[],
  group: Group,
  measure: Measure,
  reference: Pick<Reference, "owners" | "alternatives">,
): Way[] {
  const base = kindsBy(reference);
  const moved = (to: "in" | "out"): Way => ({
    label: `contested owners ${to}`,
    rows,
    kindOf: recast(base, contested(reference, base, group, to)),
  });
  const rest = measure === "downloads" ? withoutFirstModel(rows) : null;
  const first = heaviest(rows, base, group.kinds, measure);
  return [
    ...sureOnly(reference).map((sure) => ({ ...sure, rows })),
    moved("in"),
    moved("out"),
    ...(rest === null ? [] : [{ label: labels["without-first-model"], rows: rest, kindOf: base }]),
    ...(first === undefined
      ? []
      : [{ label: labels["without-first"], rows: rows.filter((row) => row !== first), kindOf: base }]),
  ];
}
