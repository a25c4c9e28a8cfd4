import type { Fact } from "#kit/facts.ts";
import { interval, numeric } from "#kit/facts.ts";
import { type AccessRow, accessYears, byAccess, type KindRow, kindsOf } from "./access.ts";
import { type CardMeasure, cardPart, cardScopes } from "./cards.ts";
import { toldGates } from "./facts/gates.ts";
import { families, familyNames } from "./families.ts";
import type { Grouping } from "./groups.ts";
import type { Population } from "./populations.ts";

type Facts = Readonly<Record<string, Fact>>;

const valueOf = (facts: Facts, id: string): number | null => (id in facts ? numeric(facts[id] as Fact) : null);

/** Shares of each family in models and downloads of each population; families that no population has are left out. */
export function familyFrame(populations: readonly Population[], facts: Facts) {
  const rows = populations.flatMap(({ prefix, name }) =>
    families.map((family) => ({
      population: name,
      family: familyNames[family],
      models: valueOf(facts, `${prefix}${family}-models`) ?? 0,
      downloads: valueOf(facts, `${prefix}${family}-downloads`) ?? 0,
    })),
  );
  const present = new Set(rows.filter(({ models }) => models > 0).map(({ family }) => family));
  return rows.filter(({ family }) => present.has(family));
}

/** Share of permissive licences in each group of the first population, by downloads with its bounds, and by models. */
export function groupFrame({ prefix }: Population, all: readonly Grouping[], facts: Facts) {
  return all.flatMap(({ by, groups }) =>
    groups.flatMap(({ key, label }) => {
      const fact = facts[`${prefix}permissive-${key}-downloads`];
      const models = valueOf(facts, `${prefix}permissive-${key}-models`);
      if (fact === undefined || models === null) return [];
      return [{ by, group: label, downloads: numeric(fact), ...interval(fact), models, n: fact.n ?? 0 }];
    }),
  );
}

/** Share of gated models in groups of the first population that tells gates; null where none does. */
export function gateFrame(populations: readonly Population[], all: readonly Grouping[], facts: Facts) {
  const { told } = toldGates(populations);
  if (told === undefined) return null;
  const groups = [
    {
      by: "All",
      groups: [
        { key: "models", label: "By models" },
        { key: "downloads", label: "By downloads" },
      ],
    },
    ...all,
    {
      by: "Licence",
      groups: [
        { key: "permissive", label: "Permissive" },
        { key: "vendor", label: "Vendor’s own terms" },
      ],
    },
  ];
  return groups.flatMap(({ by, groups: own }) =>
    own.flatMap(({ key, label }) => {
      const fact = facts[`${told.prefix}gated-${key}`];
      return fact === undefined
        ? []
        : [{ population: told.name, by, group: label, gated: numeric(fact), n: fact.n ?? 0 }];
    }),
  );
}

/** Shares with a card, by measure and by how much repositories are downloaded. */
export function cardFrame(measures: readonly CardMeasure[]) {
  return measures.flatMap(({ label, rows }) => {
    const scoped = cardScopes.map(({ label: scope, keep }) => ({
      scope,
      ...cardPart(rows.filter(keep), "repositories"),
    }));
    const weighted = { scope: "By downloads", ...cardPart(rows, "downloads") };
    return [...scoped, weighted].map(({ scope, part, whole }) => ({
      measure: label,
      scope,
      share: part / whole,
      of: whole,
    }));
  });
}

/** Models of each year by how they may be had. */
export function accessFrame(rows: readonly AccessRow[]) {
  const last =
    rows
      .flatMap(({ last_published }) => last_published ?? [])
      .sort()
      .at(-1) ?? "";
  return accessYears(rows).map(([year, own]) => ({
    year: String(year),
    ...accessShares(own),
    whole_year: `${year}-12-31` <= last,
  }));
}

/** Models of each kind of publisher by how they may be had. */
export function kindFrame(rows: readonly KindRow[]) {
  return kindsOf(rows).map(([kind, own]) => ({
    kind: kind.charAt(0).toUpperCase() + kind.slice(1),
    ...accessShares(own),
  }));
}

function accessShares(rows: readonly Pick<AccessRow, "access" | "models">[]) {
  const { open, limited, closed, unknown, all } = byAccess(rows);
  return { open: open / all, limited: limited / all, closed: closed / all, unknown: unknown / all, models: all };
}
