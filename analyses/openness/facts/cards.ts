import { type Basis, joint } from "#kit/coverage.ts";
import { count, date, type Fact, share } from "#kit/facts.ts";
import { type CardMeasure, type CardScope, cardPart, cardScopes } from "../cards.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Shares of models of 2022 and datasets of 2023 with a card: of all, of the downloaded, and by downloads. */
export function cardFacts(measures: readonly CardMeasure[], models: Basis, datasets: Basis): Facts {
  const sizes = [measures[0], measures.at(-1)].map((one) => cardPart(one?.rows ?? [], "repositories").whole);
  const together = count({
    value: sizes.reduce((sum, size) => sum + size, 0),
    unit: "repositories",
    definition: "All models of the Hub in October 2022, and all datasets in March 2023.",
    basis: joint(models, datasets),
  });
  return Object.assign(
    { "carded-together": together },
    ...measures.map((measure) => factsOf(measure, measure.noun === "models" ? models : datasets)),
  );
}

function factsOf(measure: CardMeasure, basis: Basis): Facts {
  const { key, noun, rows } = measure;
  const scoped = cardScopes.map((scope) => [
    scope.key === "all" ? key : `${key}-${scope.key}`,
    scopedShare(measure, scope, basis),
  ]);
  const { whole } = cardPart(rows, "repositories");
  return {
    ...Object.fromEntries(scoped),
    [`${key}-downloads`]: weighted(measure, basis),
    [`carded-${noun}`]: count({
      value: whole,
      unit: noun,
      definition: `All ${basis.population.replace("public ", "")}.`,
      basis,
    }),
    [`carded-${noun}-day`]: date({
      value: basis.asOf,
      n: whole,
      definition: `Day of the listing of ${noun} with their cards.`,
      basis,
    }),
  };
}

function scopedShare({ noun, has, rows }: CardMeasure, { key, keep }: CardScope, basis: Basis): Fact {
  const own = rows.filter(keep);
  const which = {
    all: "",
    downloaded: " with a download in the window",
    many: " with 1,000 downloads or more in the window",
  }[key];
  const variants = cardScopes
    .filter((other) => key === "all" && other.key !== "all")
    .map((other) => {
      const { part, whole } = cardPart(rows.filter(other.keep), "repositories");
      return { label: `${noun}: ${other.label.toLowerCase()}`, value: part / whole };
    });
  const parts = cardPart(own, "repositories");
  return share({
    ...parts,
    n: parts.whole,
    variants,
    definition: `Share of all ${noun} of the Hub on that day${which} that ${has}.`,
    basis,
  });
}

function weighted({ noun, has, rows }: CardMeasure, basis: Basis): Fact {
  const { whole: n } = cardPart(rows, "repositories");
  return share({
    ...cardPart(rows, "downloads"),
    n,
    definition: `Share of the downloads of all ${noun} of the Hub in the window to that day that go to ${noun} that ${has}.`,
    basis,
  });
}
