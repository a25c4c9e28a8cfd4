import { joint, narrow } from "#kit/coverage.ts";
import { defineAnalysis, type Evidence } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { comparisonsOf } from "./comparisons.ts";
import { biologyFacts } from "./facts/biology.ts";
import { paperFacts } from "./facts/papers.ts";
import { precisionFacts } from "./facts/precision.ts";
import { kindRows, publisherFacts } from "./facts/publishers.ts";
import { statedFacts } from "./facts/stated.ts";
import { falseFacts, substringFacts } from "./facts/substrings.ts";
import { type Counted, domainFacts, weightFacts } from "./facts/weight.ts";
import * as figures from "./figures.ts";
import { finding } from "./finding.ts";
import { accessFrame, domainFrame, precisionFrame, weightFrame } from "./frames.ts";
import { publishersOf } from "./groups.ts";
import { headlines } from "./headlines.ts";
import { populationsOf, rowsOf } from "./populations.ts";
import { strataOf } from "./precision.ts";
import * as tables from "./tables.ts";

export default defineAnalysis({
  id: "science",
  order: 10,
  label: "Science",
  question: "Where is open AI adopted in science, and by whom?",
  needs: [],
  tables,
  figures,
  compute({ evidence, reference }) {
    const { labelledStrata, paperLinks, scienceDownloads, scienceLicences, scienceOwners, scienceTop, trainingAccess } =
      evidence;
    const basis = joint(scienceDownloads.basis, scienceOwners.basis);
    const counted: Counted[] = populationsOf(scienceDownloads.rows, basis).map((population) => ({
      population,
      owners: rowsOf(scienceOwners.rows, population),
      groups: new Map(rowsOf(scienceDownloads.rows, population).map((row) => [row.domain, row])),
      top: scienceTop && rowsOf(scienceTop.rows, population),
    }));
    const [main] = counted;
    if (main?.groups.get("(any)") === undefined)
      throw new Error(
        "science-downloads has no repository that says a science: pin radar, hub-stats-sample or hub, and see data/reference/science-terms.csv",
      );
    const registries = {
      whole: publishersOf(reference),
      sure: publishersOf(reference, ({ confidence }) => confidence !== "low"),
    };
    const labels = labelled(labelledStrata, reference);
    const facts: Record<string, Fact> = {
      ...Object.assign(
        {},
        ...counted.map((one, i) => ({
          ...weightFacts(prefixOf(i), one),
          ...domainFacts(prefixOf(i), one),
          ...publisherFacts(prefixOf(i), one, registries),
          ...substringFacts(prefixOf(i), one),
          ...stated(prefixOf(i), one, scienceLicences, paperLinks),
        })),
      ),
      ...labels.facts,
      ...biologyFacts(trainingAccess.rows, trainingAccess.basis),
    };
    return {
      ...finding(main, facts),
      facts,
      frames: {
        scienceDomains: domainFrame(main),
        sciencePrecision: labels.frame,
        scienceWeight: weightFrame(main),
        sciencePublishers: kindRows(main.owners, registries.whole),
        biologyAccess: accessFrame(trainingAccess.rows),
      },
      comparisons: comparisonsOf(main.population.basis).filter(({ fact }) => fact in facts),
      headlines: headlines(main).filter(({ fact }) => fact in facts),
      basis: main.population.basis,
    };
  },
});

/** What the labelled sample says of the words; nothing where its lists are not at hand. */
function labelled(evidence: Evidence<typeof tables.labelledStrata> | null, { labels }: Pick<Reference, "labels">) {
  if (evidence === null) return { facts: {}, frame: null };
  const strata = strataOf(labels, new Map(evidence.rows.map(({ domain, models }) => [domain, models])));
  const drawn = narrow(evidence.basis, { population: "models of two lists whose words say a science" });
  const facts = precisionFacts(strata, labels, drawn);
  return { facts: { ...facts, ...falseFacts(facts) }, frame: precisionFrame(strata) };
}

/** What repositories state: licences and papers; nothing where the source tells of neither. */
function stated(
  prefix: string,
  one: Counted,
  licences: Evidence<typeof tables.scienceLicences> | null,
  links: Evidence<typeof tables.paperLinks> | null,
): Record<string, Fact> {
  if (licences === null || links === null) return {};
  const own = rowsOf(links.rows, one.population);
  return { ...statedFacts(prefix, one, rowsOf(licences.rows, one.population), own), ...paperFacts(prefix, one, own) };
}

/** What ids of facts begin with: nothing for the leading population, `other-` for the second. */
function prefixOf(index: number): string {
  return index === 0 ? "" : "other-";
}
