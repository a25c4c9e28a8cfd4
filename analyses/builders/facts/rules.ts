import { type Basis, joint } from "#kit/coverage.ts";
import { count, type Fact } from "#kit/facts.ts";
import type { Needed, Recommendation, Standing } from "#kit/recommendations.ts";

type Facts = Readonly<Record<string, Fact>>;

/** How many recommendations there are, and how many of them stand, are withdrawn or cannot be told. */
export function ruleFacts(all: readonly Recommendation[], needed: Needed): Facts {
  const basis = basisOf(all, needed);
  const of = (value: number, unit: "recommendations" | "conditions", definition: string): Fact =>
    count({ value, unit, definition, basis });
  const standing = (is: Standing): number => all.filter((one) => one.standing === is).length;
  const tested = all.flatMap((one) => one.tested);
  return {
    recommendations: of(all.length, "recommendations", "Recommendations that this chapter has a rule for."),
    standing: of(
      standing("holds"),
      "recommendations",
      "Recommendations whose conditions all hold, in every bound and way to count.",
    ),
    withdrawn: of(
      standing("withdrawn"),
      "recommendations",
      "Recommendations of which a condition does not hold, in some bound or way to count.",
    ),
    untold: of(standing("untold"), "recommendations", "Recommendations that rest on a fact which this edition lacks."),
    conditions: of(tested.length, "conditions", "Conditions of all recommendations together."),
    "conditions-main": of(
      tested.filter(({ margin }) => margin !== null && margin.value > 1).length,
      "conditions",
      "Conditions that hold in the main definition of their facts, whatever the others give.",
    ),
  };
}

/** What the rules rest on: everything that the facts of other chapters rest on. */
function basisOf(all: readonly Recommendation[], needed: Needed): Basis {
  const ids = all.flatMap(({ conditions }) =>
    conditions.flatMap((one) => ("than" in one ? [one.fact, one.than] : [one.fact])),
  );
  const bases = ids.flatMap((id) => {
    const [analysis = "", fact = ""] = id.split("/");
    return needed[analysis]?.[fact]?.basis ?? [];
  });
  const [first, ...rest] = bases;
  const population = "facts of other chapters that the rules cite";
  if (first === undefined) return { population, complete: false, asOf: "", tables: [], sources: [] };
  return { ...joint(first, ...rest), population, complete: false };
}
