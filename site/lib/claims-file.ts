import type { Variant } from "#kit/facts.ts";
import { prose } from "#kit/format.ts";
import { type Candidate, type Entry, settlements } from "#kit/ledger.ts";
import { apartFrom, type Published, tolerances } from "#kit/published.ts";
import type { Report } from "./assemble.ts";
import { conflictsOf, figureOf, meanings, tally, termsOf } from "./claims.ts";
import { asPublished } from "./comparisons.ts";
import { editionHead } from "./downloads.ts";
import { jsonText } from "./files.ts";
import { to } from "./links.ts";

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

function claim(report: Report, { published, verdict, held, others, needs }: Entry) {
  return {
    ...publishedFields(published),
    conflicts: conflictsOf(published).map(({ id }) => id),
    href: to.claim(report.edition.id, published.id),
    verdict,
    needs,
    nearest: held === null ? null : candidate(report, held),
    others: others.map((other) => candidate(report, other)),
  };
}

function publishedFields({ source_title, source_url, needs: _, conflict: __, ...row }: Published) {
  return { ...row, text: asPublished(row), source: { title: source_title, url: source_url } };
}

function candidate(report: Report, held: Candidate) {
  const { analysis, comparison, fact, verdict, broken, nearer } = held;
  const { value, unit, definition, basis, bounds } = fact;
  const ours = Object.fromEntries(termsOf(held.published, held).map(({ rule, ours: own }) => [rule, own]));
  return {
    analysis,
    fact: comparison.fact,
    href: to.fact(report.edition.id, analysis, comparison.fact),
    figure: figureOf(report, held)?.id ?? null,
    ...{ value, unit, text: prose(value, unit), definition, bounds },
    population: ours.population,
    complete: basis.complete,
    noun: comparison.noun,
    denominator: comparison.denominator,
    window: comparison.window,
    evidence_to: basis.asOf,
    days_apart: held.published.window_end === null ? null : apartFrom(held),
    ...{ verdict, broken },
    nearer_variant: nearer === null ? null : variant(nearer, unit),
  };
}

function variant({ label, value }: Variant, unit: Candidate["fact"]["unit"]) {
  return { label, value, text: prose(value, unit) };
}
