import { type Basis, joint } from "#kit/coverage.ts";
import { count, type Fact, share, sum } from "#kit/facts.ts";
import type { Unit } from "#kit/units.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { type Holding, type Measure, measures, partsOf, total } from "../holdings.ts";
import { type Group, groups, type KindOf, kindsBy, none } from "../kinds.ts";
import type { Population } from "../populations.ts";
import { shareVariants, sureOnly } from "../ways.ts";

type Facts = Record<string, Fact>;

/** How a definition says what is counted, of models in some words. */
const counted: Readonly<Record<Measure, (words: string) => string>> = {
  owners: (words) => `namespaces that publish models of ${words}`,
  models: (words) => `models of ${words}`,
  downloads: (words) => `downloads in 30 days of models of ${words}`,
};

const units: Readonly<Record<Measure, Unit>> = { owners: "namespaces", models: "models", downloads: "downloads" };

/** Models of every list that is shown, some of which may be on several. */
export function allListed(all: readonly [Population, ...Population[]]): Facts {
  const [first, ...rest] = all;
  const value = all.reduce((sum, { rows }) => sum + total(rows, "models"), 0);
  const definition = `Models of ${[...new Set(all.map(({ words }) => words))].join(", and of ")}${rest.length > 0 ? "; some may be on several" : ""}.`;
  const basis = joint(first.basis, ...rest.map((one) => one.basis));
  return { "listed-models": count({ value, unit: "models", definition, basis }) };
}

/** Owners, models and downloads by kind of owner, each noun by itself, with what nobody classified. */
export function holdingFacts(population: Population, reference: Reference): Facts {
  return Object.assign({}, ...measures.map((measure) => measureFacts(population, measure, reference)));
}

function measureFacts(population: Population, measure: Measure, reference: Reference): Facts {
  const { prefix, words, rows, basis } = population;
  const whole = total(rows, measure);
  const common = { unit: units[measure], basis, definition: `All ${counted[measure](words)}.` };
  return {
    [`${prefix}${measure}`]:
      measure === "downloads"
        ? sum({ ...common, value: whole, n: total(rows, "models") })
        : count({ ...common, value: whole }),
    ...groupFacts(population, measure, reference),
    ...unknownFacts(population, measure, reference),
  };
}

function groupFacts({ prefix, words, rows, basis }: Population, measure: Measure, reference: Reference): Facts {
  const kindOf = kindsBy(reference);
  const made = (group: Group): [string, Fact] => [
    `${prefix}${group.id}-${measure}`,
    share({
      ...partsOf(rows, kindOf, group.kinds, measure),
      n: sizeOf(rows, measure),
      definition: `Share of ${counted[measure](words)} whose owners are ${group.words}, by the registry of owners.`,
      basis,
      variants: shareVariants(rows, group, measure, reference),
    }),
  ];
  return Object.fromEntries(groups.map(made));
}

/** Observations behind a share: namespaces where they are counted, else models. */
function sizeOf(rows: readonly Holding[], measure: Measure): number {
  return total(rows, measure === "owners" ? "owners" : "models");
}

/** Which rows have an owner of no known kind, by what is known of kinds; a function of nothing where kinds do not matter. */
type Without = (kindOf: KindOf) => (row: Holding) => boolean;

function unknownFacts({ prefix, words, rows, basis }: Population, measure: Measure, reference: Reference): Facts {
  const whole = total(rows, measure);
  const of = (what: string, counts: Without): Fact =>
    share({
      part: total(rows, measure, counts(kindsBy(reference))),
      whole,
      unknown: 0,
      n: sizeOf(rows, measure),
      definition: `Share of ${counted[measure](words)} ${what}.`,
      basis,
      variants: (counts.length === 0 ? [] : sureOnly(reference)).map(({ label, kindOf }) => ({
        label,
        value: total(rows, measure, counts(kindOf)) / whole,
      })),
    });
  const nameless = total(rows, "models", ({ owner }) => owner === none);
  return {
    [`${prefix}unclassified-${measure}`]: of(
      "whose owners have no row in the registry of owners",
      (kindOf) => (row) => row.owner !== none && kindOf(row.owner) === null,
    ),
    [`${prefix}unknown-${measure}`]: of(
      "whose owner is of no known kind",
      (kindOf) => (row) => kindOf(row.owner) === null,
    ),
    ...(nameless === 0 || measure === "owners"
      ? {}
      : { [`${prefix}nameless-${measure}`]: of("whose ids name no owner", () => (row) => row.owner === none) }),
    ...(nameless === 0 || measure !== "models" ? {} : { [`${prefix}nameless`]: namelessFact(nameless, words, basis) }),
  };
}

function namelessFact(value: number, words: string, basis: Basis): Fact {
  const definition = `Models of ${words} whose ids name no owner, called canonical.`;
  return count({ value, unit: "models", definition, basis });
}
