import { change, count, type Fact, points, ratio } from "#kit/facts.ts";
import { type Quoted, told } from "../quoted.ts";

const monthsInYear = 12;

/** Users, models and rarely downloaded models: what two published counts leave between them. */
export function countFacts({ number, fact, basis }: Quoted): Record<string, Fact> {
  const joined = number("SUM-01") - number("S26-03");
  const monthly = number("FIO-04") / monthsInYear;
  return {
    "users-edited": change({
      from: number("S26-01b"),
      to: number("S26-01"),
      definition: "Users in the report as it stands over users in copies of its first text, less one.",
      basis,
    }),
    "users-since-table": ratio({
      numerator: number("S26-01"),
      denominator: number("S26-06"),
      definition: "Users in the report as it stands over those that one summary table gives for the year before.",
      basis,
    }),
    "users-first-since-table": ratio({
      numerator: number("S26-01b"),
      denominator: number("S26-06"),
      definition: "Users in the first text of the report over those that one summary table gives for the year before.",
      basis,
    }),
    "rarely-downloaded-spring": fact("S26-09"),
    "rarely-downloaded-summer": fact("SUM-08"),
    "rarely-downloaded-apart": points({
      from: fact("S26-09"),
      to: fact("SUM-08"),
      definition: "Share of rarely downloaded models in the Summer report less that in the Spring report.",
      basis,
    }),
    "rarely-downloaded-most": told(
      (number("S26-09") * number("S26-03") + number("SUM-02") - number("S26-03")) / number("SUM-02"),
      "share",
      "Rarely downloaded models of the Spring report and every model added until the Summer count, over all models then: the share that lifetime counts could reach at most, if none was deleted.",
      basis,
    ),
    "models-joined": count({
      value: joined,
      unit: "models",
      definition: "Models that the Summer report starts from, less those of the Spring report at the end of the year.",
      basis,
    }),
    "models-a-month": told(monthly, "models", "Models added in 2025 over the months of a year.", basis),
    "months-needed": told(
      joined / monthly,
      "months",
      "Models between the two counts over those added in a month of 2025.",
      basis,
    ),
  };
}
