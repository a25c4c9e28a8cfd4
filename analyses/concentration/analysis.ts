import { joint } from "#kit/coverage.ts";
import { defineAnalysis } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import { comparisonsOf } from "./comparisons.ts";
import { type Distribution, type HubDistribution, hubDistributions, partDistributions } from "./distributions.ts";
import { levelFacts } from "./facts/levels.ts";
import { panelFacts } from "./facts/panel.ts";
import { populationFacts } from "./facts/populations.ts";
import { shareFacts } from "./facts/shares.ts";
import { spanFacts } from "./facts/span.ts";
import * as figures from "./figures.ts";
import { finding } from "./finding.ts";
import { curveFrame, levelFrame, littleFrame, panelFrame, seriesFrame, topFrame, variantFrame } from "./frames.ts";
import { headlines } from "./headlines.ts";
import { levelsOf } from "./levels.ts";
import { ownersOn } from "./owners.ts";
import { counters } from "./tables/counters.ts";
import * as tables from "./tables.ts";
import { topsOf } from "./tops.ts";

export default defineAnalysis({
  id: "concentration",
  order: 5,
  label: "Concentration",
  question: "How few models take most downloads?",
  needs: [],
  tables,
  figures,
  compute({ evidence, reference }) {
    const listings = hubDistributions(evidence.modelDownloads);
    const windows = listings.filter(({ counter }) => counter === counters.window);
    const hub = newest(windows);
    const owners = ownersOn(evidence.ownerTotals.rows, hub);
    const levels = levelsOf(hub, owners, reference);
    const { crawlDownloads, partDownloads, crawlTops } = evidence;
    const parts = [crawlDownloads, partDownloads].flatMap((one) => (one === null ? [] : partDistributions(one)));
    const shown = [...listings.filter(told(hub)), ...parts];
    const panel = topsOf(crawlTops, true);
    const alone = partDownloads === null && panel.length > 1 && !evidence.modelDownloads.basis.sources.includes("hub");
    const facts: Record<string, Fact> = {
      ...Object.assign({}, ...shown.map(populationFacts)),
      ...shareFacts(hub),
      ...levelFacts(levels, owners, hub),
      ...spanFacts(shown),
      ...panelFacts(panel, topsOf(crawlTops, false), crawlTops.basis),
    };
    return {
      ...finding(facts, alone),
      facts,
      frames: {
        downloadCurve: curveFrame(hub),
        topShares: topFrame(shown, facts, reference),
        littleUsed: littleFrame(shown, facts, reference),
        concentrationLevels: levelFrame(levels, facts),
        leaveOut: variantFrame(facts),
        panelTops: panelFrame(panel),
        hubSeries: seriesFrame(windows),
      },
      comparisons: comparisonsOf(hub.basis),
      headlines: headlines(windows, alone ? panel : []),
      basis: alone ? joint(crawlTops.basis, hub.basis) : hub.basis,
    };
  },
});

function newest(windows: readonly HubDistribution[]): HubDistribution {
  const last = windows.at(-1);
  if (last === undefined) throw new Error("model-downloads has no listing of the Hub: run npm run tables");
  return last;
}

/** The newest listing by every counter, and the earliest: those between are told as a series. */
function told(hub: Distribution) {
  return ({ id, day }: Distribution): boolean => day === hub.day || id === "early";
}
