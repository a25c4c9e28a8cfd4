import { joint } from "#kit/coverage.ts";
import { defineAnalysis } from "#kit/define.ts";
import { type Fact, interval, numeric } from "#kit/facts.ts";
import { brief, claim, say, type Text } from "#kit/text.ts";
import { comparisonsOf } from "./comparisons.ts";
import { discussionFacts } from "./facts/discussions.ts";
import { hubFacts } from "./facts/hub.ts";
import { hubMonthFacts, hubReleaseFacts } from "./facts/hub-releases.ts";
import { listingFacts } from "./facts/listing.ts";
import { measureFacts, sideOf } from "./facts/measures.ts";
import { peakFacts } from "./facts/peaks.ts";
import { monthFacts, releaseFacts } from "./facts/releases.ts";
import { renewalFacts } from "./facts/renewal.ts";
import * as figures from "./figures.ts";
import { curveFrame, discussionFrame, firstYearFrame, keptFrame, measureFrame, renewalFrame } from "./frames.ts";
import { headlines } from "./headlines.ts";
import * as tables from "./tables.ts";

export default defineAnalysis({
  id: "lifetimes",
  order: 8,
  label: "Lifetimes",
  question: "How long does a model hold attention: is it six weeks?",
  needs: [],
  tables,
  figures,
  compute({ evidence, reference }) {
    const { peakSpells, releaseSpells, releaseMonths, discussionMonths, releaseGaps, listStays, firstYears } = evidence;
    const { hubReleaseMonths, hubReleaseSpells } = evidence;
    const lasting: Readonly<Record<string, Fact>> = {
      ...peakFacts(peakSpells),
      ...releaseFacts(releaseSpells),
      ...monthFacts(releaseMonths),
      ...discussionFacts(discussionMonths),
      ...renewalFacts(releaseGaps),
      ...listingFacts(listStays),
      ...hubFacts(firstYears),
      ...hubReleaseFacts(hubReleaseSpells),
      ...hubMonthFacts(hubReleaseMonths),
    };
    const facts = { ...lasting, ...measureFacts(lasting) };
    return {
      ...finding(
        facts,
        reference.published.some(({ id }) => id === "S26-36"),
      ),
      facts,
      frames: {
        attention: measureFrame(facts),
        kept: keptFrame(releaseMonths.rows),
        discussed: discussionFrame(discussionMonths.rows),
        afterPeaks: curveFrame(peakSpells.rows),
        renewal: renewalFrame(releaseGaps.rows),
        firstYear: firstYearFrame(firstYears?.rows ?? []),
      },
      comparisons: comparisonsOf(facts),
      headlines: headlines(facts),
      basis: joint(peakSpells.basis, releaseSpells.basis),
    };
  },
});

/** That a time is within the counter's own window, where it surely is. */
function within(time: Fact, window: Fact | undefined): Text {
  return window !== undefined && interval(time).upper < numeric(window)
    ? say`, ${claim("trails", [time, window], "less than the window that its counter covers", "headline")}`
    : say``;
}

/** The title and the standfirst, for whatever the evidence gives; the first speaks of six weeks where they are `published`. */
function finding(facts: Readonly<Record<string, Fact>>, published: boolean): { title: Text; standfirst: Text } {
  const { "release-half": release, "discussion-mean-age": talk, "peak-half": peak } = facts;
  if (release === undefined || talk === undefined || peak === undefined)
    return {
      title: say`This evidence is too thin to say how long a model holds attention`,
      standfirst: say`A measure needs models of several authors that are watched for long enough after their release or their peak.`,
    };
  const title =
    published && sideOf(talk) === "holds"
      ? say`${brief(facts["six-weeks"] ?? talk)} days fit discussions, if anything: downloads of releases take ${brief(release)} days to halve`
      : say`Downloads take ${brief(release)} days to halve after a release, ${brief(peak)} after a peak`;
  return {
    title,
    standfirst: say`In the crawled namespaces it took the median of ${facts["release-models"] ?? ""} releases ${release} days from its first full month to ${brief(facts["half-part"] ?? release)} of that month's downloads, while a discussion was opened ${talk} days after a release on average. The median embedding model of a daily list came down to ${brief(facts["half-part"] ?? release)} of its peak in ${peak} days${within(peak, facts["window-days"])}.`,
  };
}
