import { joint } from "#kit/coverage.ts";
import { count, type Fact, interval, numeric } from "#kit/facts.ts";
import { label } from "#kit/format.ts";
import { level, parts, sixWeeks } from "../spells.ts";

type Facts = Readonly<Record<string, Fact>>;

const name = (part: keyof typeof parts): string => label(parts[part], "share");

/** Measures of attention in the order in which figures show them, by the ids of their facts. */
export const measures = {
  "peak-half": `From the peak to ${name("half")} of it`,
  "peak-half-capped": "The same, with the days under the cap",
  "discussion-mean-age-three": "Mean age of a discussion, 3 crawls",
  "discussion-mean-age-six": "Mean age of a discussion, 6 crawls",
  "discussion-mean-age": "Mean age of a discussion, all crawls",
  "peak-tenth": `From the peak to ${name("tenth")} of it`,
  "release-half": `From the first full month to ${name("half")}`,
} as const;

export type Measure = keyof typeof measures;

/** Whether six weeks lie within the interval of a measure, or which side of them it lies. */
export function sideOf(fact: Fact): "holds" | "longer" | "shorter" {
  const { lower, upper } = interval(fact);
  if (fact.bounds !== null && lower <= sixWeeks && sixWeeks <= upper) return "holds";
  return numeric(fact) > sixWeeks ? "longer" : "shorter";
}

/** Measures that the evidence gives, with their facts. */
export function measured(facts: Facts): (readonly [Measure, Fact])[] {
  return (Object.keys(measures) as Measure[]).flatMap((id) => {
    const fact = facts[id];
    return fact === undefined ? [] : [[id, fact] as const];
  });
}

/** How many measures there are, and on which side of six weeks they lie; nothing where there is none. */
export function measureFacts(facts: Facts): Facts {
  const all = measured(facts);
  const [first, ...rest] = all.map(([, { basis }]) => basis);
  if (first === undefined) return {};
  const basis = joint(first, ...rest);
  const of = (side: string, definition: string): Fact =>
    count({
      value: all.filter(([, fact]) => sideOf(fact) === side).length,
      unit: "counts",
      n: all.length,
      definition,
      basis,
    });
  return {
    "six-weeks": count({ value: sixWeeks, unit: "days", definition: "Days of the six weeks that are tested.", basis }),
    measures: count({ value: all.length, unit: "counts", definition: "Measures of attention in days.", basis }),
    "measures-hold": of("holds", `Measures whose interval of ${level} holds six weeks.`),
    "measures-longer": of("longer", "Measures above six weeks whose interval does not hold them."),
    "measures-shorter": of("shorter", "Measures below six weeks whose interval does not hold them."),
  };
}
