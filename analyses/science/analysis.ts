import { joint, narrow } from "#kit/coverage.ts";
import { defineAnalysis } from "#kit/define.ts";
import type { Fact } from "#kit/facts.ts";
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
      top: rowsOf(scienceTop.rows, population),
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
    const strata = strataOf(
      reference.labels,
      new Map(labelledStrata.rows.map(({ domain, models }) => [domain, models])),
    );
    const drawn = narrow(labelledStrata.basis, { population: "models of two lists whose words say a science" });
    const labelled = precisionFacts(strata, reference.labels, drawn);
    const facts: Record<string, Fact> = {
      ...Object.assign(
        {},
        ...counted.map((one, i) => ({
          ...weightFacts(prefixOf(i), one),
          ...domainFacts(prefixOf(i), one),
          ...publisherFacts(prefixOf(i), one, registries),
          ...substringFacts(prefixOf(i), one),
          ...statedFacts(
            prefixOf(i),
            one,
            rowsOf(scienceLicences.rows, one.population),
            rowsOf(paperLinks.rows, one.population),
          ),
          ...paperFacts(prefixOf(i), one, rowsOf(paperLinks.rows, one.population)),
        })),
      ),
      ...labelled,
      ...falseFacts(labelled),
      ...biologyFacts(trainingAccess.rows, trainingAccess.basis),
    };
    return {
      ...finding(main, (id) => facts[id] as Fact),
      facts,
      frames: {
        scienceDomains: domainFrame(main),
        sciencePrecision: precisionFrame(strata),
        scienceWeight: weightFrame(main),
        sciencePublishers: kindRows(main.owners, registries.whole),
        biologyAccess: accessFrame(trainingAccess.rows),
      },
      comparisons: comparisonsOf(main.population.basis),
      headlines: headlines(main),
      basis: main.population.basis,
    };
  },
});

/** What ids of facts begin with: nothing for the leading population, `other-` for the second. */
function prefixOf(index: number): string {
  return index === 0 ? "" : "other-";
}
