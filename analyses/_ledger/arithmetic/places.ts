import { type Fact, points, ratio } from "#kit/facts.ts";
import { type Quoted, told } from "../quoted.ts";

/** Shares by country and by kind of author: what one denominator makes of another's shares. */
export function placeFacts(quoted: Quoted): Record<string, Fact> {
  return { ...denominatorFacts(quoted), ...togetherFacts(quoted) };
}

function denominatorFacts({ number, fact, basis }: Quoted): Record<string, Fact> {
  const placed = number("ECO-03") / number("S26-11");
  const us = told(
    number("ECO-04") / placed,
    "share",
    "American share of all downloads in the earlier study, over the same share of downloads with a country.",
    basis,
  );
  const pair = (cn: string, us: string, who: string): Fact =>
    ratio({
      numerator: number(cn),
      denominator: number(us),
      definition: `Chinese over American downloads as ${who} gives them.`,
      basis,
    });
  return {
    "placed-downloads": told(
      placed,
      "share",
      "China's share of all downloads in the earlier study over its share in the Spring report: what share of downloads would have a country if the denominator were all that parts them.",
      basis,
    ),
    "us-of-placed": us,
    "us-of-placed-apart": points({
      from: fact("S26-12"),
      to: us,
      definition: "That American share less the one that press gives after the Spring report.",
      basis,
    }),
    "spring-ratio": pair("S26-11", "S26-12", "the Spring report with its press summary"),
    "economies-ratio": pair("ECO-03", "ECO-04", "the Economies study"),
    "atom-ratio": pair("ATM-01", "ATM-02", "the ATOM Project, which curates language models,"),
  };
}

function togetherFacts({ number, fact, basis }: Quoted): Record<string, Fact> {
  const pair = number("S26-11") + number("S26-12");
  const left = told(1 - pair, "share", "What the Chinese and the American share leave of all downloads.", basis);
  return {
    "country-pair": told(pair, "share", "Chinese and American share of the Spring report together.", basis),
    "left-for-others": left,
    independents: fact("S26-14"),
    "independents-too-many": points({
      from: left,
      to: fact("S26-14"),
      definition: "Share of independent developers less what the two countries leave.",
      basis,
    }),
    "industry-before": fact("S26-17"),
    "industry-after": fact("S26-18"),
    "industry-loss": points({
      from: fact("S26-18"),
      to: fact("S26-17"),
      definition: "Share of industry before 2022 less its share in 2025, as the Spring report gives them.",
      basis,
    }),
  };
}
