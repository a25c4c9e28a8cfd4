import { defineAnalysis } from "#kit/define.ts";
import { type Fact, numeric } from "#kit/facts.ts";
import { brief, say, show, type Text } from "#kit/text.ts";
import { comparisonsOf } from "./comparisons.ts";
import { type Distribution, type HubDistribution, hubDistributions, partDistributions } from "./distributions.ts";
import { levelFacts } from "./facts/levels.ts";
import { populationFacts } from "./facts/populations.ts";
import { shareFacts } from "./facts/shares.ts";
import { spanFacts } from "./facts/span.ts";
import * as figures from "./figures.ts";
import { curveFrame, levelFrame, littleFrame, seriesFrame, topFrame, variantFrame } from "./frames.ts";
import { headlines } from "./headlines.ts";
import { levelsOf } from "./levels.ts";
import { ownersOn } from "./owners.ts";
import { counters } from "./tables/counters.ts";
import * as tables from "./tables.ts";

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
    const shown = [...listings.filter(told(hub)), ...partDistributions(evidence.partDownloads)];
    const facts: Record<string, Fact> = {
      ...Object.assign({}, ...shown.map(populationFacts)),
      ...shareFacts(hub),
      ...levelFacts(levels, owners, hub),
      ...spanFacts(shown),
    };
    return {
      ...finding((id) => facts[id] as Fact),
      facts,
      frames: {
        downloadCurve: curveFrame(hub),
        topShares: topFrame(shown, facts, reference),
        littleUsed: littleFrame(shown, facts, reference),
        concentrationLevels: levelFrame(levels, facts),
        leaveOut: variantFrame(facts),
        hubSeries: seriesFrame(windows),
      },
      comparisons: comparisonsOf(hub.basis),
      headlines: headlines(windows),
      basis: hub.basis,
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

/** The title and the standfirst. */
function finding(get: (id: string) => Fact): { title: Text; standfirst: Text } {
  const [top, day] = [get("hub-top-200"), get("hub-top-200").basis.asOf];
  return {
    title: say`In the month to ${show.day(day)}, ${brief(get("top-200-models"))} models took ${brief(top)} of the Hub's downloads`,
    standfirst: say`Of ${get("hub-models")} models, ${get("hub-unused")} had no download in the window, and ${get("reach-50-models")} had ${get("reach-50-downloads")} of all downloads. In ${get("populations")} counts, each of one population by one counter, the share of the ${get("top-200-models")} most downloaded lies between ${show.value(numeric(get("top-least")), "share")} and ${get("top-most")}, so a share says little until its population and its window are named.`,
  };
}
