import { type Basis, joint, narrow } from "#kit/coverage.ts";
import { count, date, type Fact, share, type Variant } from "#kit/facts.ts";
import type { Family } from "../families.ts";

type Facts = Readonly<Record<string, Fact>>;

/** What the bases of the columns of the table are. */
export interface FamilyBases {
  readonly derivatives: Basis;
  readonly models: Basis;
  readonly prices: Basis;
  readonly crawls: Basis;
}

/** How many families there are, and what is known of them; the part that builds on the first of them. */
export function familyFacts(
  all: readonly Family[],
  bases: FamilyBases,
  momentum: { from: string; to: string } | null,
): Facts {
  const basis = joint(bases.derivatives, bases.models, bases.prices, bases.crawls);
  const families = (value: number, definition: string, on: Basis = basis): Fact =>
    count({ value, unit: "families", definition, basis: on });
  const known = (column: keyof Family): number => all.filter((one) => one[column] !== null).length;
  return {
    families: families(all.length, "Families of open models in the registry of this report."),
    "families-built-on": families(
      all.filter(({ derivatives }) => (derivatives ?? 0) > 0).length,
      "Families that a model of another namespace names as base.",
      bases.derivatives,
    ),
    "families-sized": families(known("parameters_median"), "Families with a model of known size.", bases.models),
    "families-permissive": families(
      all.filter(({ permissive }) => (permissive ?? 0) > 0.5).length,
      "Families of which the greater part of models states a permissive licence.",
      bases.models,
    ),
    "families-gguf": families(
      all.filter(({ formats }) => formats?.includes("gguf")).length,
      "Families whose own publisher has files of the format gguf.",
      bases.models,
    ),
    "families-others-gguf": families(
      all.filter(({ derivatives_gguf: gguf }) => (gguf ?? 0) > 0).length,
      "Families of which another namespace has a derivative with files of the format gguf.",
      bases.derivatives,
    ),
    "families-priced": families(known("usd_median"), "Families with a price by the token.", bases.prices),
    "families-with-momentum": families(
      known("momentum"),
      "Families with enough downloads to tell growth in both crawls that momentum compares.",
      bases.crawls,
    ),
    "families-growing": families(
      all.filter(({ momentum: times }) => (times ?? 0) > 1).length,
      "Families with more downloads in the later of these crawls than in the earlier.",
      bases.crawls,
    ),
    ...(momentum === null ? {} : dayFacts(momentum, bases.crawls)),
    ...derivativeFacts(all, bases.derivatives),
  };
}

function dayFacts({ from, to }: { from: string; to: string }, basis: Basis): Facts {
  return {
    "momentum-from": date({
      value: from,
      definition: "Day of the earlier crawl of the two.",
      basis: narrow(basis, { asOf: from }),
    }),
    "momentum-to": date({ value: to, definition: "Day of the later crawl of the two.", basis }),
  };
}

/** Derivatives of all families, and the part of the family with most of them. */
function derivativeFacts(all: readonly Family[], basis: Basis): Facts {
  const [first, second] = all;
  const sum = (of: (one: Family) => number | null): number => all.reduce((total, one) => total + (of(one) ?? 0), 0);
  const whole = sum(({ derivatives }) => derivatives);
  if (first === undefined || second === undefined || whole === 0) return {};
  const part = (label: string, of: (one: Family) => number | null): Variant[] =>
    sum(of) === 0 ? [] : [{ label, value: (of(first) ?? 0) / sum(of) }];
  const models = (value: number, definition: string): Fact => count({ value, unit: "models", definition, basis });
  return {
    derivatives: models(
      whole,
      "Models of other namespaces that name a model of a registered family as base; one of two families counts in both.",
    ),
    "first-derivatives": models(first.derivatives ?? 0, "Of these, models built on the family with most of them."),
    "second-derivatives": models(second.derivatives ?? 0, "Of these, models built on the family that comes second."),
    "first-share": share({
      ...{ part: first.derivatives ?? 0, whole, unknown: 0, n: whole, basis },
      definition: "Share of the models built on registered families that are built on the one with most of them.",
      variants: [
        ...part("by downloads", ({ derivatives_downloads: downloads }) => downloads),
        ...part(
          "quantised ones left out",
          ({ derivatives, derivatives_quantised: packed }) => (derivatives ?? 0) - (packed ?? 0),
        ),
        ...part("with files of the format gguf alone", ({ derivatives_gguf: gguf }) => gguf),
      ],
    }),
  };
}
