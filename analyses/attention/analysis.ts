import { type Basis, joint } from "#kit/coverage.ts";
import { defineAnalysis } from "#kit/define.ts";
import { count, type Fact } from "#kit/facts.ts";
import { comparisonsOf } from "./comparisons.ts";
import { correlationFacts } from "./facts/correlation.ts";
import { discussionFacts } from "./facts/discussions.ts";
import { gainerFacts } from "./facts/gainers.ts";
import { gainFacts } from "./facts/gains.ts";
import { leaderFacts } from "./facts/leaders.ts";
import { overlapFacts } from "./facts/overlap.ts";
import { perLikeFacts } from "./facts/per-like.ts";
import * as figures from "./figures.ts";
import { finding } from "./finding.ts";
import { cloudFrame, depthFrame, gainerFrame, leaderFrame, measureFrame, ratioFrame } from "./frames.ts";
import { stepsOf } from "./gains.ts";
import { headlines } from "./headlines.ts";
import { leadersOf } from "./leaders.ts";
import { type Listing, listListings, mainListings, panelListings } from "./listings.ts";
import { groupsOf } from "./per-like.ts";
import * as tables from "./tables.ts";

export default defineAnalysis({
  id: "attention",
  order: 4,
  label: "Attention",
  question: "What is liked, what is used, and how little do they overlap?",
  needs: [],
  tables,
  figures,
  compute({ evidence, reference }) {
    const { crawlRanks: ranks, crawlClasses: classes, listRanks, listClasses, listLeading, listPerLike } = evidence;
    const days = mainListings({ ranks, classes });
    const lead = newest(days);
    const panel = panelListings({ ranks, classes }).find(({ day }) => day === lead.day);
    const lists = listRanks && listClasses ? listListings({ ranks: listRanks, classes: listClasses }) : [];
    const listings = [lead, ...lists];
    const groups = [evidence.crawlPerLike, listPerLike].flatMap((one) =>
      one === null ? [] : groupsOf(one, reference),
    );
    const leaders = (one: Listing) => {
      const named = one === lead ? evidence.crawlLeading : listLeading;
      return named === null ? [] : leadersOf(named, one.part);
    };
    const steps = stepsOf(evidence.gainRanks);
    const facts: Record<string, Fact> = Object.assign(
      {},
      ...listings.map((one) => ({
        ...overlapFacts(one, one === lead ? { days, panel } : { days: [], panel: undefined }),
        ...correlationFacts(one, one === lead ? days.at(-2) : undefined),
        ...perLikeFacts(one, groups),
        ...leaderFacts(one, leaders(one)),
      })),
      gainFacts(steps, evidence.gainRanks.basis),
      gainerFacts(evidence.gainers),
      discussionFacts(lead),
      { "window-days": windowFact(lead.basis) },
    );
    return {
      ...finding(lead, lists, facts),
      facts,
      frames: {
        overlapByDepth: depthFrame(listings, reference),
        likedAndUsed: leaderFrame(leaders(lead)),
        likesAndDownloads: cloudFrame(lead),
        downloadsPerLike: ratioFrame(groups, listings),
        gainers: gainerFrame(evidence.gainers, steps),
        threeMeasures: measureFrame(lead),
      },
      comparisons: comparisonsOf(facts),
      headlines: headlines(lead, { days, steps, lists }, facts),
      basis: joint(lead.basis, ...lists.map(({ basis }) => basis)),
    };
  },
});

function newest(days: readonly Listing[]): Listing {
  const last = days.at(-1);
  if (last === undefined) throw new Error("crawl-ranks has no listing: run npm run tables");
  return last;
}

function windowFact(basis: Basis): Fact {
  const [window, definition] = ["30 days", "Days that the Hub's counter of recent downloads covers."];
  return count({ value: Number.parseInt(window, 10), unit: "days", definition, basis });
}
