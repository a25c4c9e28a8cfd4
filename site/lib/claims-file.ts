import { settlements } from "#kit/ledger.ts";
import { apartFrom, type Published, tolerances } from "#kit/published.ts";
import type { Report } from "./assemble.ts";
import { conflictsOf, meanings, tally, termsOf } from "./claims.ts";
import { editionHead } from "./downloads.ts";
import { jsonText } from "./files.ts";
import { to } from "./links.ts";
import type { PrintedCandidate, PrintedEntry } from "./print/types.ts";

/** Text of `/<edition>/claims.json`. */
export function claimsText(report: Report): string {
  return jsonText(claimsFile(report));
}

/** The ledger of published figures, with the rules that made its verdicts: `/<edition>/claims.json`. */
export function claimsFile(report: Report) {
  const { ledger } = report;
  const counts = tally(ledger.entries);
  return {
    ...editionHead(report),
    tolerances,
    verdicts: settlements.map((verdict, i) => ({ verdict, meaning: meanings[verdict], count: counts[i] })),
    claims: ledger.entries.map((entry) => claim(report, entry)),
  };
}

function claim(report: Report, { published, text, verdict, held, others, needs }: PrintedEntry) {
  return {
    ...publishedFields(published, text),
    conflicts: conflictsOf(published).map(({ id }) => id),
    href: to.claim(report.edition.id, published.id),
    verdict,
    needs,
    nearest: held === null ? null : candidate(report, held),
    others: others.map((other) => candidate(report, other)),
  };
}

function publishedFields({ source_title, source_url, needs: _, conflict: __, ...row }: Published, text: string) {
  return { ...row, text, source: { title: source_title, url: source_url } };
}

function candidate(report: Report, held: PrintedCandidate) {
  const { analysis, comparison, fact, verdict, broken, nearer } = held;
  const { value, unit, definition, basis, bounds } = fact;
  const ours = Object.fromEntries(termsOf(held.published, held).map(({ rule, ours: own }) => [rule, own]));
  return {
    analysis,
    fact: comparison.fact,
    href: to.fact(report.edition.id, analysis, comparison.fact),
    figure: held.figure?.id ?? null,
    ...{ value, unit, text: fact.words.value, definition, bounds },
    population: ours.population,
    complete: basis.complete,
    noun: comparison.noun,
    denominator: comparison.denominator,
    window: comparison.window,
    evidence_to: basis.asOf,
    days_apart: held.published.window_end === null ? null : apartFrom(held),
    ...{ verdict, broken },
    nearer_variant: nearer === null ? null : { label: nearer.label, value: nearer.value, text: held.nearerWords },
  };
}
