import { joint } from "#kit/coverage.ts";
import { count, type Fact, share, shareVariant, sum } from "#kit/facts.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { type Derived, holdingsOf, made, type Relation, relations } from "../derived.ts";
import { type Holding, type Measure, partsOf, total } from "../holdings.ts";
import { type Group, kindsBy, spoken, unregistered } from "../kinds.ts";
import { shareVariants } from "../ways.ts";

type Facts = Record<string, Fact>;

/** Models that name a base, over all lists of which some may be on both; none where there is no list. */
export function withBase(all: readonly Derived[]): Facts {
  const [first, ...rest] = all;
  if (first === undefined) return {};
  const value = all.reduce((sum, { rows }) => sum + rows.reduce((own, { models }) => own + models, 0), 0);
  const definition = `Models that name a base, of ${all.map(({ words }) => words).join(", and of ")}; some may be on both.`;
  const basis = joint(first.basis, ...rest.map((one) => one.basis));
  return {
    "with-base": count({
      value,
      unit: "models",
      definition: all.length > 1 ? definition : definition.replace("; some may be on both", ""),
      basis,
    }),
  };
}

/** Who adapts and redistributes: models, and downloads where they are known, by relation and kind of owner. */
export function derivedFacts(derived: Derived, reference: Reference): Facts {
  const { prefix, words, rows, basis } = derived;
  const named = rows.reduce((all, { models }) => all + models, 0);
  return {
    [`${prefix}models`]: count({
      value: named,
      unit: "models",
      definition: `Models of ${words} that name a base other than themselves.`,
      basis,
    }),
    ...Object.assign({}, ...relations.map((relation) => relationFacts(derived, relation, reference))),
  };
}

function relationFacts(derived: Derived, relation: Relation, reference: Reference): Facts {
  const { prefix, words, rows, basis } = derived;
  const own = holdingsOf(rows, relation);
  const models = total(own, "models");
  if (models === 0) return {};
  const what = `${made[relation]} models of ${words}`;
  const known = own.some(({ downloads_30d }) => downloads_30d !== null);
  const id = (name: string): string => `${prefix}${relation}-${name}`;
  return {
    [id("models")]: count({ value: models, unit: "models", definition: `All ${what}.`, basis }),
    ...kindFacts(derived, relation, "models", reference),
    ...(known && total(own, "downloads") > 0
      ? {
          [id("downloads")]: sum({
            value: total(own, "downloads"),
            unit: "downloads",
            n: models,
            definition: `Downloads in 30 days of ${what}.`,
            basis,
          }),
          ...kindFacts(derived, relation, "downloads", reference),
        }
      : {}),
  };
}

function kindFacts(derived: Derived, relation: Relation, measure: Measure, reference: Reference): Facts {
  const { prefix, words, rows, basis } = derived;
  const [own, others] = [holdingsOf(rows, relation), holdingsOf(rows, relation, false)];
  const noun = measure === "models" ? "" : "downloads in 30 days of ";
  const definition = (whose: string): string =>
    `Share of ${noun}${made[relation]} models of ${words} whose owners ${whose}.`;
  const common = { n: total(own, "models"), basis };
  const shares = spoken.map((group) => [
    `${prefix}${relation}-${group.id}-${measure}`,
    share({
      ...common,
      ...partsOf(own, kindsBy(reference), group.kinds, measure),
      definition: definition(`are ${group.words}, by the registry of owners`),
      variants: [...shareVariants(own, group, measure, reference), ...foreign(others, group, measure, reference)],
    }),
  ]);
  const unclassified = share({
    ...common,
    part: total(own, measure, ({ owner }) => owner === unregistered),
    whole: total(own, measure),
    unknown: 0,
    definition: definition("have no row in the registry of owners"),
  });
  return { ...Object.fromEntries(shares), [`${prefix}${relation}-unclassified-${measure}`]: unclassified };
}

/** The share over models on bases of others alone. */
function foreign(rows: readonly Holding[], group: Group, measure: Measure, reference: Reference) {
  if (total(rows, measure) === 0) return [];
  const parts = partsOf(rows, kindsBy(reference), group.kinds, measure);
  return [shareVariant({ label: "models on bases of others alone", ...parts })];
}
