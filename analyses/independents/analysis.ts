import { defineAnalysis } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { comparisonsOf } from "./comparisons.ts";
import { wholeDays } from "./days.ts";
import { derivedOf, lineageOf } from "./derived.ts";
import { beforeFacts, beforeOf, datedFact } from "./facts/before.ts";
import { dailyFacts } from "./facts/daily.ts";
import { derivedFacts, withBase } from "./facts/derived.ts";
import { allListed, holdingFacts } from "./facts/holdings.ts";
import { otherWayFacts } from "./facts/other-ways.ts";
import * as figures from "./figures.ts";
import { finding } from "./finding.ts";
import { createdFrame, dailyFrame, derivedFrame, holdingFrame, otherwiseFrame } from "./frames.ts";
import { headlines } from "./headlines.ts";
import { kindsBy } from "./kinds.ts";
import { followedOf, hubsOf, type Population } from "./populations.ts";
import * as tables from "./tables.ts";

export default defineAnalysis({
  id: "independents",
  order: 3,
  label: "Independents",
  question: "Who builds: companies, universities, communities, individuals?",
  needs: [],
  tables,
  figures,
  compute({ evidence, reference }) {
    const { dailyAccounts, dailyHoles, derivedOwners, followedOwners, lineageOwners, listedOwners } = evidence;
    const kindOf = kindsBy(reference);
    const hubs = hubsOf(listedOwners);
    const [main] = hubs;
    const populations: [Population, ...Population[]] = [
      ...hubs,
      ...(followedOwners === null ? [] : [followedOf(followedOwners)]),
    ];
    const derived = [
      ...(lineageOwners === null ? [] : [lineageOf(lineageOwners)]),
      ...(derivedOwners === null ? [] : [derivedOf(derivedOwners)]),
    ];
    const days = dailyAccounts === null || dailyHoles === null ? [] : wholeDays(dailyAccounts.rows, dailyHoles.rows);
    const counted: Record<string, Fact> = {
      ...Object.assign({}, ...populations.map((one) => holdingFacts(one, reference))),
      ...datedFact(listedOwners),
      ...beforeFacts(beforeOf(listedOwners), reference),
      ...Object.assign({}, ...derived.map((one) => derivedFacts(one, reference))),
      ...withBase(derived),
      ...allListed(populations),
      ...(dailyAccounts === null ? {} : dailyFacts(days, dailyAccounts.basis)),
    };
    const facts = { ...counted, ...otherWayFacts(counted) };
    return {
      ...finding(facts, followedOwners !== null),
      facts,
      frames: {
        holdings: holdingFrame(populations, kindOf),
        otherwise: otherwiseFrame(facts),
        createdBy: createdFrame(listedOwners.rows, kindOf),
        userAccounts: dailyFrame(days),
        derivedBy: derivedFrame(derived, kindOf),
      },
      comparisons: comparisonsOf(main.basis).filter(({ fact }) => fact in facts),
      headlines: headlines(main, facts, followedOwners !== null),
    };
  },
});
